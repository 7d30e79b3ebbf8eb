using System.Globalization;
using System.Runtime.CompilerServices;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Sources.Csv.Kinds;
using SalesReports.Sources.Csv.Mapping;

namespace SalesReports.Sources.Csv;

/// <summary>
/// Facts from CSV files in a folder or a blob container, canonical ones as they are and foreign ones through
/// <c>import.json</c>. It has no dates of change and gives all it has, whatever the window. Source: imports.md.
/// <para>In mode <c>full</c> a kind that was read without a rejection is told to be whole, so that what it no longer holds can go.</para>
/// </summary>
public sealed class CsvSource(ImportFiles files, BusinessZone zone, CsvOptions options, string name = "csv") : ISource
{
    private static readonly ImportKind[] Histories = [ImportKind.StageHistory, ImportKind.ExpectedCloseHistory, ImportKind.AmountHistory, ImportKind.OutcomeHistory];

    public string Name => name;

    /// <summary>The mapping in force: mode and source channels are for those who come after.</summary>
    /// <exception cref="SourceException">The mapping is wrong.</exception>
    public async Task<ImportMapping> ReadMappingAsync(CancellationToken cancellationToken)
    {
        if (options.MappingFile is { } path)
        {
            if (!File.Exists(path))
            {
                throw new SourceException(SourceFault.Configuration, $"The mapping file '{path}' does not exist; name an existing {ImportMapping.FileName} or leave MappingFile out.");
            }

            await using var elsewhere = File.OpenRead(path);
            return await MappingReader.ReadAsync(elsewhere, cancellationToken);
        }

        if (!(await files.ListAsync(cancellationToken)).Contains(ImportMapping.FileName))
        {
            return ImportMapping.None;
        }

        await using var json = await files.OpenAsync(ImportMapping.FileName, cancellationToken);
        return await MappingReader.ReadAsync(json, cancellationToken);
    }

    /// <summary>Which file is read as which kind, in the order of reading.</summary>
    /// <exception cref="SourceException">There is nothing to read, or the mapping is wrong.</exception>
    public async Task<IReadOnlyList<(ImportKind Kind, string File)>> PlanAsync(CancellationToken cancellationToken) =>
        Plan((await OpenerAsync(cancellationToken)).Opener).Files;

    public async IAsyncEnumerable<Fact> PullAsync(PullWindow window, IPullLog log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (opener, mapping) = await OpenerAsync(cancellationToken);
        log.MapChannels(mapping.SourceChannels);
        var (plan, absent) = Plan(opener);
        absent.ForEach(log.Reject);
        var counted = new RejectionCount(log);
        var groups = new RowGroups(files, options, counted);
        foreach (var kind in ImportKind.All.Where(kind => !IsPart(kind)))
        {
            counted.Begin();
            var tables = await TablesAsync(kind, plan, opener, counted, cancellationToken);
            if (tables.Count > 0)
            {
                var whole = mapping.Mode == ImportMode.Full && PartsOf(kind).All(part => opener.Absence(part) is null);
                if (whole)
                {
                    log.WholeBegins(kind.Fact);
                }

                var make = Maker(kind, counted);
                await foreach (var group in groups.ReadAsync(tables, cancellationToken))
                {
                    if (make(group) is { } fact)
                    {
                        yield return fact;
                    }
                }

                if (whole)
                {
                    End(kind, tables[0].Table.File, counted);
                }
            }
        }
    }

    /// <summary>A row that could not be read may be the one that seems to be missing: then nothing of its kind goes.</summary>
    private static void End(ImportKind kind, string file, RejectionCount log)
    {
        if (log.Rejected == 0)
        {
            log.WholeEnds(kind.Fact);
            return;
        }

        log.Reject(Rejections.WholeFile(file, string.Create(
            CultureInfo.InvariantCulture, $"{log.Rejected:N0} rows of {kind.Name} were rejected, so in mode full nothing that {file} no longer holds was removed; correct them and import again.")));
    }

    /// <summary>The files beside its own that a kind is made of.</summary>
    private static ImportKind[] PartsOf(ImportKind kind) => kind == ImportKind.Orders ? [ImportKind.OrderLines] : kind == ImportKind.Opportunities ? Histories : [];

    private static bool IsPart(ImportKind kind) => kind == ImportKind.OrderLines || Histories.Contains(kind);

    private async Task<(TableOpener Opener, ImportMapping Mapping)> OpenerAsync(CancellationToken cancellationToken)
    {
        var names = await files.ListAsync(cancellationToken);
        var mapping = await ReadMappingAsync(cancellationToken);
        return (new TableOpener(files, names, mapping, zone), mapping);
    }

    private (List<(ImportKind Kind, string File)> Files, List<Rejection> Absent) Plan(TableOpener opener)
    {
        var plan = ImportKind.All.Where(kind => opener.FileOf(kind) is not null).Select(kind => (kind, opener.FileOf(kind)!)).ToList();
        var absent = ImportKind.All.Select(opener.Absence).OfType<Rejection>().ToList();
        return plan.Count > 0 ? (plan, absent) : throw new SourceException(SourceFault.Configuration,
            absent.Count > 0 ? absent[0].Reason : $"The {files.Place} has no file to import; {string.Join(", ", ImportKind.All.Select(kind => kind.FileName))} are read, others through {ImportMapping.FileName}.");
    }

    /// <summary>The tables that make one kind of fact together; none when the main one cannot be read.</summary>
    private static async Task<List<KeyedTable>> TablesAsync(
        ImportKind kind, List<(ImportKind Kind, string File)> plan, TableOpener opener, IPullLog log, CancellationToken cancellationToken)
    {
        var partFiles = plan.Where(one => PartsOf(kind).Contains(one.Kind)).ToList();
        var main = plan.Find(one => one.Kind == kind).File;
        var asKind = kind == ImportKind.Orders && partFiles.Count > 0 ? ImportKind.OrderHeads : kind;
        var table = main is null ? null : await opener.OpenAsync(asKind, main, log, cancellationToken);
        if (table is null)
        {
            partFiles.ForEach(part => log.Reject(Rejections.WholeFile(part.File, $"{part.File} is left out because there is no file of {kind.Name} that can be read.")));
            return [];
        }

        List<KeyedTable> tables = [Keyed(table, kind)];
        foreach (var part in partFiles)
        {
            if (await opener.OpenAsync(part.Kind, part.File, log, cancellationToken) is { } partTable)
            {
                tables.Add(Keyed(partTable, kind));
            }
            else if (part.Kind == ImportKind.OrderLines)
            {
                log.Reject(Rejections.WholeFile(table.File, $"{table.File} is left out because the lines of its orders, in {part.File}, cannot be read."));
                return [];
            }
        }

        return tables;
    }

    private static KeyedTable Keyed(Table table, ImportKind kind)
    {
        var column = kind == ImportKind.Orders ? "order_id" : kind == ImportKind.Opportunities ? "opportunity_id" : null;
        return column is not null
            ? new KeyedTable(table, row => row.Id(column) ?? Refused(row, column))
            : new KeyedTable(table, row => Single(kind, row, "")?.Id);
    }

    private static string? Refused(Cells row, string column)
    {
        row.Refuse(column, $"{column} is empty; it is required.");
        return null;
    }

    private Func<RowGroup, Fact?> Maker(ImportKind kind, IPullLog log)
    {
        if (kind == ImportKind.Orders)
        {
            return new OrderAssembly(name, log).Assemble;
        }

        if (kind == ImportKind.Opportunities)
        {
            return new OpportunityAssembly(name, log).Assemble;
        }

        return kind == ImportKind.Spend
            ? group => ActivityRows.Sum(group.Rows.Select(row => ActivityRows.Spend(row, name)).OfType<SpendDay>())
            : group => Duplicates.Resolve(group.Rows.Select(row => Single(kind, row, name)).OfType<Fact>());
    }

    private static Fact? Single(ImportKind kind, Cells row, string source) => kind.Fact switch
    {
        FactKind.Customers => MasterDataRows.Customer(row, source),
        FactKind.Identities => IdentityRows.Decision(row, source),
        FactKind.Reps => MasterDataRows.Rep(row, source),
        FactKind.Products => MasterDataRows.Product(row, source),
        FactKind.Stages => MasterDataRows.Stage(row, source),
        FactKind.Targets => MasterDataRows.Target(row, source),
        FactKind.Rates => MasterDataRows.Rate(row, source),
        FactKind.Leads => ActivityRows.Lead(row, source),
        FactKind.Quotes => ActivityRows.Quote(row, source),
        FactKind.Spend => ActivityRows.Spend(row, source),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind.Name, "This kind is made of more than one row."),
    };
}
