using System.Text;

namespace SalesReports.Local.Options;

/// <summary>Reads the command line strictly: what is not understood is refused, never skipped.</summary>
internal static class CommandLine
{
    /// <exception cref="OptionException">It cannot be followed.</exception>
    public static LocalOptions Parse(IReadOnlyList<string> arguments)
    {
        var command = arguments switch
        {
            ["check", ..] => LocalCommand.Check,
            ["openapi", ..] => LocalCommand.OpenApi,
            ["retry", ..] => LocalCommand.Retry,
            ["rebuild", ..] => LocalCommand.Rebuild,
            ["preview", ..] => LocalCommand.Preview,
            _ => LocalCommand.Run,
        };
        var options = new LocalOptions { Command = command, Once = command == LocalCommand.Preview };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = command == LocalCommand.Run ? 0 : 1; index < arguments.Count; index++)
        {
            if (command == LocalCommand.Retry && !arguments[index].StartsWith("--", StringComparison.Ordinal))
            {
                options = options with { Ids = [.. options.Ids, arguments[index]] };
                continue;
            }

            var (name, value) = Split(arguments[index]);
            var option = Find(name, command);
            if (!seen.Add(name) && name != "--set")
            {
                throw new OptionException($"{name} is given twice.");
            }

            if (option.Value is null && value is not null)
            {
                throw new OptionException($"{name} takes no value, so '{value}' has no meaning.");
            }

            if (option.Value is not null && value is null)
            {
                value = ++index < arguments.Count && !arguments[index].StartsWith("--", StringComparison.Ordinal) ? arguments[index] : null;
            }

            options = option.Apply(options, option.Value is null ? "" : NotEmpty(option, value));
        }

        return options.Command == LocalCommand.Help ? options : OptionRules.Consistent(options, seen);
    }

    public static string Help()
    {
        var text = new StringBuilder()
            .AppendLine("SalesReports on this machine: imports sales data, builds the weekly and the monthly report, mails them, serves the API.")
            .AppendLine()
            .AppendLine("  dotnet run --project infra/local -- [options]")
            .AppendLine("  dotnet run --project infra/local -- check --data DIR [--mapping FILE]     read a folder and tell what is in it, storing nothing")
            .AppendLine("  dotnet run --project infra/local -- openapi --out FILE                    write the description of the API")
            .AppendLine("  dotnet run --project infra/local -- retry [--queue NAME] [ID… | all]       list the work that was given up, or put it back")
            .AppendLine("  dotnet run --project infra/local -- rebuild --day D | --month M | --all   roll stored days up again and tell what changed")
            .AppendLine("  dotnet run --project infra/local -- preview [--week W | --month M] --out DIR  write every document and mail of a period, sending nothing")
            .AppendLine();
        foreach (var option in OptionTable.All)
        {
            text.Append("  ").Append($"{option.Name} {option.Value}".PadRight(26)).AppendLine(option.Help);
        }

        return text.ToString();
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return argument.StartsWith("--", StringComparison.Ordinal) && equals > 0 ? (argument[..equals], argument[(equals + 1)..]) : (argument, null);
    }

    private static LocalOption Find(string name, LocalCommand command)
    {
        var option = OptionTable.All.FirstOrDefault(o => o.Name == name)
            ?? throw new OptionException($"'{name}' is not an option; --help lists them all.");
        return Accepts(option, command) ? option : throw new OptionException(command switch
        {
            LocalCommand.OpenApi => $"{name} does not go with openapi, which only takes --out FILE.",
            LocalCommand.Check => $"{name} does not go with check, which only reads a folder.",
            LocalCommand.Retry => $"{name} does not go with retry, which only puts back work that was given up.",
            LocalCommand.Rebuild => $"{name} does not go with rebuild, which only rolls up what is stored.",
            LocalCommand.Preview => $"{name} does not go with preview, which writes the documents of a period and ends.",
            LocalCommand.Run or LocalCommand.Help => $"{name} goes with {string.Join(" and ", option.Commands.Select(one => one.ToString().ToLowerInvariant()))} only.",
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Every command is listed above."),
        });
    }

    /// <summary>A preview takes what a run takes, but for what only serving and looking back over years need.</summary>
    private static bool Accepts(LocalOption option, LocalCommand command) => option.Commands.Contains(command)
        || (command == LocalCommand.Preview && option.Commands.Contains(LocalCommand.Run) && option.Name is not ("--port" or "--once" or "--history"));

    private static string NotEmpty(LocalOption option, string? value) => string.IsNullOrWhiteSpace(value)
        ? throw new OptionException($"{option.Name} needs a value: {option.Name} {option.Value}.")
        : value;
}
