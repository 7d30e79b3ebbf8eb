using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Jobs;

namespace SalesReports.Local.Options;

/// <param name="Value">What stands after it in the help; null for a switch.</param>
/// <param name="Apply">Takes the text over into the options.</param>
/// <param name="Commands">The commands it goes with.</param>
internal sealed record LocalOption(string Name, string? Value, string Help, Func<LocalOptions, string, LocalOptions> Apply, params LocalCommand[] Commands);

/// <summary>Every option: its name, what it takes, what it does. The help is printed from this table.</summary>
internal static class OptionTable
{
    public static IReadOnlyList<LocalOption> All { get; } =
    [
        new("--data", "DIR", "import the CSV files of this folder instead of the sample company", (o, text) => o with { Data = text }, LocalCommand.Run, LocalCommand.Check),
        new("--mapping", "FILE", "the import.json for that folder, when it lies elsewhere", (o, text) => o with { Mapping = text }, LocalCommand.Run, LocalCommand.Check),
        new("--week", "1998-W18", "build just this week", (o, text) => o with { Week = PeriodOf("--week", text, PeriodKind.Weekly, "an ISO week such as 1998-W18") }, LocalCommand.Run),
        new("--month", "1998-04", "build just this month, or roll it up again", (o, text) => o with { Month = PeriodOf("--month", text, PeriodKind.Monthly, "a month such as 1998-04") }, LocalCommand.Run, LocalCommand.Rebuild),
        new("--day", "1998-04-27", "roll up this day again", (o, text) => o with { Day = Day("--day", text) }, LocalCommand.Rebuild),
        new("--all", null, "roll up everything again", (o, _) => o with { Everything = true }, LocalCommand.Rebuild),
        new("--queue", "NAME", "only alerts of this queue", (o, text) => o with { Queue = QueueOf(text) }, LocalCommand.Retry),
        new("--dismiss", null, "close the alerts without putting their work back", (o, _) => o with { Dismiss = true }, LocalCommand.Retry),
        new("--history", "N", "build the last N complete weeks and months; only the latest are mailed", (o, text) => o with { History = Number("--history", text, 1, 1000) }, LocalCommand.Run),
        new("--currency", "USD", "reporting currency (EUR)", (o, text) => o.With("Currency", CurrencyOf(text)), LocalCommand.Run, LocalCommand.Check),
        new("--time-zone", "Europe/Paris", "business time zone (Europe/Paris)", (o, text) => o.With("TimeZone", ZoneOf(text)), LocalCommand.Run, LocalCommand.Check),
        new("--out", "DIR", "where reports, mails and run.json go (out)", (o, text) => o with { Out = text }, LocalCommand.Run, LocalCommand.OpenApi),
        new("--port", "7071", "port of the API on 127.0.0.1; 0 takes a free one (7071)", (o, text) => o with { Port = Number("--port", text, 0, 65535) }, LocalCommand.Run),
        new("--storage", "CONNECTION", "storage account to use instead of an emulator in memory", (o, text) => o.With("Storage", text), LocalCommand.Run, LocalCommand.Retry, LocalCommand.Rebuild),
        new("--once", null, "end when all is written, without serving the API", (o, _) => o with { Once = true }, LocalCommand.Run),
        new("--seed", "N", "another sample company (1)", (o, text) => o with { Seed = Number("--seed", text, 0, int.MaxValue) }, LocalCommand.Run),
        new("--sample-end", "2026-11-22", "last day of the sample company's business (yesterday)", (o, text) => o with { SampleEnd = Day("--sample-end", text) }, LocalCommand.Run),
        new("--set", "Name=Value", "any setting, such as SalesCostPerMonth=42000; may be repeated", Set, LocalCommand.Run, LocalCommand.Check, LocalCommand.Retry, LocalCommand.Rebuild),
        new("--verbose", null, "log what is done, on standard error", (o, _) => o with { Verbose = true }, LocalCommand.Run, LocalCommand.Check, LocalCommand.Retry, LocalCommand.Rebuild),
        new("--help", null, "print this", (o, _) => o with { Command = LocalCommand.Help }, LocalCommand.Run, LocalCommand.Check, LocalCommand.Retry, LocalCommand.Rebuild),
    ];

    private static Period PeriodOf(string option, string text, PeriodKind kind, string accepted) =>
        Period.TryParse(text, out var period) && period.Kind == kind
            ? period
            : throw new OptionException($"{option} '{text}' is not {accepted}.");

    private static int Number(string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new OptionException(string.Create(CultureInfo.InvariantCulture, $"{option} '{text}' is not a whole number from {least} to {most}."));

    private static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1904 and <= 9990
            ? day
            : throw new OptionException($"{option} '{text}' is not a day such as 2026-11-22.");

    private static string QueueOf(string text) => WorkQueues.All.Append(WorkItem.Timers).Contains(text, StringComparer.Ordinal)
        ? text
        : throw new OptionException($"--queue '{text}' is not one of {string.Join(", ", WorkQueues.All)} and {WorkItem.Timers}.");

    private static string CurrencyOf(string text) => text.Length == 3 && text.All(char.IsAsciiLetter)
        ? text.ToUpperInvariant()
        : throw new OptionException($"--currency '{text}' is not three letters such as EUR.");

    private static string ZoneOf(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)
        ? text
        : throw new OptionException($"--time-zone '{text}' is not known; an IANA id such as Europe/Paris is accepted.");

    private static LocalOptions Set(LocalOptions options, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? options.With(text[..equals].Trim(), text[(equals + 1)..])
            : throw new OptionException($"--set '{text}' is not of the form Name=Value, such as SalesCostPerMonth=42000.");
    }
}
