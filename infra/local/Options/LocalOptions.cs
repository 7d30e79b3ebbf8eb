using SalesReports.Calendar;

namespace SalesReports.Local.Options;

internal enum LocalCommand
{
    Run,
    Check,
    OpenApi,
    Retry,
    Rebuild,

    /// <summary>A run that writes every document and the mails of both languages, and sends nothing.</summary>
    Preview,
    Help,
}

/// <summary>What the command line asks for.</summary>
internal sealed record LocalOptions
{
    public LocalCommand Command { get; init; } = LocalCommand.Run;

    /// <summary>Folder with files to import; null for the sample company.</summary>
    public string? Data { get; init; }

    public string? Mapping { get; init; }

    /// <summary>The one week to build.</summary>
    public Period? Week { get; init; }

    /// <summary>The one month to build, or to roll up again.</summary>
    public Period? Month { get; init; }

    /// <summary>The one day to roll up again.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Roll up everything again.</summary>
    public bool Everything { get; init; }

    /// <summary>Only alerts of this queue.</summary>
    public string? Queue { get; init; }

    /// <summary>The alerts to act on; none lists them.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Close the alerts without putting their messages back.</summary>
    public bool Dismiss { get; init; }

    /// <summary>How many of the last complete periods of each kind to build.</summary>
    public int History { get; init; } = 1;

    public string Out { get; init; } = "out";

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>End when all is written, serve nothing.</summary>
    public bool Once { get; init; }

    public bool Verbose { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Last day of the sample company's business; null is yesterday.</summary>
    public DateOnly? SampleEnd { get; init; }

    /// <summary>Settings given on the command line; they win over environment and appsettings.json.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    public LocalOptions With(string setting, string value) => this with
    {
        Settings = new Dictionary<string, string?>(Settings, StringComparer.OrdinalIgnoreCase) { [setting] = value },
    };
}

/// <summary>The command line cannot be followed; the message is one sentence that names the option and what it takes.</summary>
internal sealed class OptionException(string message) : Exception(message);
