using Microsoft.Extensions.Logging;
using SalesReports.Calendar;
using SalesReports.Documents;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Reports;
using SalesReports.Reports.Revisions;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>Builds the report of a period from rollups, draws its documents and stores both as a snapshot.</summary>
public sealed partial class BuildReport(
    ReportReader reader,
    ReportStore store,
    PeriodGuard guard,
    IEnumerable<IDocumentRenderer> renderers,
    Theme theme,
    ForecastStore forecasts,
    TimeProvider clock,
    ILogger<BuildReport> logger)
{
    public const string ReportFile = "report.json";

    /// <summary>What the report was made of; never served.</summary>
    private const string InputsFile = "inputs.json";

    /// <summary>A build that loses this many races in a row is reported as a fault; its message is retried.</summary>
    private const int Attempts = 5;

    /// <summary>The report of the whole company.</summary>
    /// <inheritdoc cref="RunAsync(Period, string, CancellationToken)"/>
    public Task<BuiltReport> RunAsync(Period period, CancellationToken cancellationToken) => RunAsync(period, ScopeName.Company, cancellationToken);

    /// <summary>Unchanged inputs give the stored revision back, byte for byte; changed figures a new revision.</summary>
    /// <param name="scope"><c>company</c>, <c>team:T</c> or <c>rep:R</c>.</param>
    /// <exception cref="PeriodNotBuildableException">The period is running, in the future, or lies before all data.</exception>
    public async Task<BuiltReport> RunAsync(Period period, string scope, CancellationToken cancellationToken)
    {
        using var log = logger.BeginScope(new Dictionary<string, object> { ["job"] = "build", ["period"] = period.Name, ["scope"] = scope });
        await guard.CheckAsync(period, cancellationToken);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await TryAsync(await reader.ReadAsync(period, scope, cancellationToken), cancellationToken) is { } built)
            {
                LogBuilt(period.Name, built.Report.Revision, built.IsNewRevision);
                return built;
            }
        }

        throw new InvalidOperationException($"{period} could not be published in {Attempts} attempts: other workers kept publishing it.");
    }

    /// <summary>Null when another worker published the period meanwhile.</summary>
    private async Task<BuiltReport?> TryAsync(ReportMaterial material, CancellationToken cancellationToken)
    {
        var latest = await store.FindAsync(material.Data.Period, material.Data.Scope, null, cancellationToken);
        if (latest is not null && latest.InputsHash == material.InputsHash)
        {
            return await LoadAsync(latest, cancellationToken);
        }

        var previous = latest is null ? null : ReportJson.Read(await FileAsync(latest, ReportFile, cancellationToken));
        var causes = latest is null ? [] : await CausesAsync(latest, material.State, cancellationToken);
        var report = ReportAssembly.Assemble(new ReportInputs(material.Data, material.Sources, WholeSecond(clock.GetUtcNow()), previous, causes) { Doubtful = material.Doubtful });
        if (latest is not null && previous!.ShowsTheSameAs(report))
        {
            return await store.AdoptInputsAsync(latest, material.InputsHash, cancellationToken) ? await LoadAsync(latest, cancellationToken) : null;
        }

        return await PublishAsync(report, material, latest, cancellationToken);
    }

    private async Task<BuiltReport?> PublishAsync(Report report, ReportMaterial material, StoredReport? latest, CancellationToken cancellationToken)
    {
        for (; ; report = report with { Revision = report.Revision + 1 })
        {
            var row = new StoredReport(material.Data.Period, material.Data.Scope, report.Revision, report.BuiltAt, material.InputsHash);
            var json = BinaryData.FromBytes(ReportJson.Write(report));
            if (await store.WriteFileAsync(row, ReportFile, json, "application/json", cancellationToken) is { } left)
            {
                if (left.InputsHash != material.InputsHash)
                {
                    // A build that died, or another worker's, holds this number with other inputs: its files stay as they are.
                    continue;
                }

                // The same inputs: finish what the other build began, with its time.
                json = left.Content;
                report = ReportJson.Read(json);
                row = row with { BuiltAt = report.BuiltAt };
            }

            await store.WriteFileAsync(row, InputsFile, material.State.Write(), "application/json", cancellationToken);
            await LockForecastsAsync(report, cancellationToken);
            var files = new Dictionary<string, BinaryData>(StringComparer.Ordinal) { [ReportFile] = json };
            foreach (var (name, contentType, content) in Draw(report))
            {
                await store.WriteFileAsync(row, name, content, contentType, cancellationToken);
                files[name] = content;
            }

            return await store.PublishAsync(row, latest, cancellationToken) ? new BuiltReport(report, IsNewRevision: true, files) : null;
        }
    }

    /// <summary>A revision whose state of inputs is lost says what changed, not why.</summary>
    private async Task<IReadOnlyList<RestatementCause>> CausesAsync(StoredReport before, InputState now, CancellationToken cancellationToken) =>
        await store.ReadFileAsync(before, InputsFile, cancellationToken) is { } written ? RestatementCauses.Between(InputState.Read(written), now) : [];

    /// <summary>Before the report shows: a forecast that somebody saw is one that stays.</summary>
    private Task LockForecastsAsync(Report report, CancellationToken cancellationToken) => forecasts.LockAsync(
        report.Scope,
        report.Sections.Forecast?.Section is { } section
            ? PastForecast.MadeIn(report.Period, section).Select(made => new LockedForecast(made.Month, made.MadeAt, made.Value, made.Low, made.High))
            : [],
        cancellationToken);

    private IEnumerable<(string Name, string ContentType, BinaryData Content)> Draw(Report report) =>
        from renderer in renderers
        from language in Theme.Languages
        select (FileName(renderer, language), renderer.ContentType, BinaryData.FromBytes(renderer.Render(report, language, theme)));

    /// <summary>A revision from before a form of document existed is drawn in it now; what was stored stays as it is.</summary>
    private async Task<BuiltReport> LoadAsync(StoredReport row, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, BinaryData>(StringComparer.Ordinal) { [ReportFile] = await FileAsync(row, ReportFile, cancellationToken) };
        var report = ReportJson.Read(files[ReportFile]);
        foreach (var (renderer, language) in from renderer in renderers from language in Theme.Languages select (renderer, language))
        {
            var name = FileName(renderer, language);
            files[name] = await store.ReadFileAsync(row, name, cancellationToken) ?? await DrawAsync(row, report, renderer, language, cancellationToken);
        }

        return new BuiltReport(report, IsNewRevision: false, files);
    }

    private async Task<BinaryData> DrawAsync(StoredReport row, Report report, IDocumentRenderer renderer, string language, CancellationToken cancellationToken)
    {
        var drawn = BinaryData.FromBytes(renderer.Render(report, language, theme));
        var left = await store.WriteFileAsync(row, FileName(renderer, language), drawn, renderer.ContentType, cancellationToken);
        return left?.Content ?? drawn;
    }

    private async Task<BinaryData> FileAsync(StoredReport row, string name, CancellationToken cancellationToken) =>
        await store.ReadFileAsync(row, name, cancellationToken)
        ?? throw new InvalidOperationException($"Revision {row.Revision} of {row.Period} has lost its file {name}.");

    /// <summary>As the report's JSON writes it, so that a report read back draws the same documents.</summary>
    private static DateTimeOffset WholeSecond(DateTimeOffset now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));

    private static string FileName(IDocumentRenderer renderer, string language) => $"report.{language}.{renderer.Format}";

    [LoggerMessage(Level = LogLevel.Information, Message = "Built {Period}, revision {Revision}, new: {IsNew}")]
    private partial void LogBuilt(string period, int revision, bool isNew);
}

/// <param name="IsNewRevision">False when the inputs were unchanged and the stored revision was served.</param>
/// <param name="Files">Name (<c>report.json</c>, <c>report.fr.pdf</c>, …) to bytes, as stored.</param>
public sealed record BuiltReport(Report Report, bool IsNewRevision, IReadOnlyDictionary<string, BinaryData> Files);
