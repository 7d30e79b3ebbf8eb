namespace SalesReports.Local.Options;

/// <summary>What options say about each other.</summary>
internal static class OptionRules
{
    /// <param name="seen">Names of the options given.</param>
    /// <exception cref="OptionException">They contradict each other, or one is missing.</exception>
    public static LocalOptions Consistent(LocalOptions options, HashSet<string> seen)
    {
        if (options.Command == LocalCommand.Check && options.Data is null)
        {
            throw new OptionException("check needs a folder: check --data DIR.");
        }

        if (options.Command == LocalCommand.OpenApi && !seen.Contains("--out"))
        {
            throw new OptionException("openapi needs a file: openapi --out FILE.");
        }

        if (options.Command == LocalCommand.Rebuild && seen.Count(name => name is "--day" or "--month" or "--all") != 1)
        {
            throw new OptionException("rebuild takes one of --day 2026-11-17, --month 2026-10 and --all.");
        }

        if (options is { Dismiss: true, Ids.Count: 0 })
        {
            throw new OptionException("--dismiss needs the ids of alerts; retry without ids lists them.");
        }

        if (options is { Mapping: not null, Data: null })
        {
            throw new OptionException("--mapping says how to read a folder and needs --data DIR.");
        }

        if (options.Data is not null && (seen.Contains("--seed") || seen.Contains("--sample-end")))
        {
            throw new OptionException("--seed and --sample-end shape the sample company and do not go with --data.");
        }

        return seen.Contains("--history") && (options.Week ?? options.Month) is not null
            ? throw new OptionException("--history counts the last complete periods and does not go with --week or --month.")
            : options;
    }
}
