using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Local.Job;
using SalesReports.Local.Options;
using SalesReports.Sources.Csv;

namespace SalesReports.Local.Check;

/// <summary>Reads a folder as an import would and tells what is in it; nothing is stored.</summary>
internal static class CheckFolder
{
    private const int RejectionsTold = 50;

    /// <returns>0 when the folder can be read, also with rejected rows.</returns>
    public static async Task<int> RunAsync(LocalOptions options, Surroundings around, Terminal terminal, CancellationToken cancellationToken)
    {
        var zone = new BusinessZone(options.Settings.GetValueOrDefault("TimeZone") ?? "Europe/Paris");
        var mapping = options.Mapping is null ? null : around.PathOf(options.Mapping);
        var source = new CsvSource(new FolderFiles(around.PathOf(options.Data!)), zone, CsvOptions.Default with { MappingFile = mapping });
        var result = await CsvCheck.RunAsync(source, cancellationToken);
        foreach (var line in result.Kinds.SelectMany(kind => Lines(kind, options.Settings.GetValueOrDefault("Currency") ?? "EUR")))
        {
            terminal.Say(line);
        }

        foreach (var finding in result.Findings)
        {
            terminal.Say(Text($"Finding: {finding.Key} {finding.Value:N0} times; such rows are kept."));
        }

        terminal.Say(Text($"{result.RejectedRows:N0} rows or files rejected{(result.RejectedRows > RejectionsTold ? Text($"; the first {RejectionsTold}:") : "")}"));
        foreach (var rejection in result.Rejections.Take(RejectionsTold))
        {
            var place = rejection.Column is null ? "" : $", {rejection.Column} '{rejection.Value}'";
            terminal.Say(rejection.Line == 0 ? $"  {rejection.Reason}" : Text($"  {rejection.File}, line {rejection.Line}{place}: {rejection.Reason}"));
        }

        return 0;
    }

    private static IEnumerable<string> Lines(CheckedKind kind, string reportingCurrency)
    {
        yield return Text($"{kind.Kind.ToString().ToLowerInvariant()}: {kind.Facts:N0}{(kind.FirstDay is { } first ? $", {first:yyyy-MM-dd} to {kind.LastDay:yyyy-MM-dd}" : "")}");
        foreach (var file in kind.Files)
        {
            yield return Text($"  {file.File}: {file.Rows:N0} rows, {file.Rejected:N0} rejected");
        }

        foreach (var count in kind.Counts)
        {
            yield return Text($"  {count.Key}: {count.Value:N0}");
        }

        foreach (var total in kind.Totals)
        {
            yield return Text($"  total {total.Value:N2} {(total.Key.Length == 0 ? reportingCurrency : total.Key)}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
