using System.Globalization;
using System.Text;
using SalesReports.Sources.Csv.Kinds;

namespace SalesReports.Sources.Csv.Mapping;

/// <summary>What <c>import.json</c> says. See the README beside the source.</summary>
/// <param name="SourceChannels">Spend channel to lead source, where their texts differ.</param>
/// <param name="Kinds">By kind's name; a kind that is not named is read from its canonical file.</param>
public sealed record ImportMapping(ImportMode Mode, IReadOnlyDictionary<string, string> SourceChannels, IReadOnlyDictionary<string, KindMapping> Kinds)
{
    public const string FileName = "import.json";

    public static ImportMapping None { get; } = new(ImportMode.Delta, new Dictionary<string, string>(), new Dictionary<string, KindMapping>());

    public KindMapping Of(ImportKind kind) => Kinds.GetValueOrDefault(kind.Name) ?? KindMapping.Canonical;
}

public enum ImportMode
{
    /// <summary>Adds and changes; removes nothing.</summary>
    Delta,

    /// <summary>Also removes what the file no longer holds within its date range.</summary>
    Full,
}

/// <summary>How one foreign file becomes one kind. Dictionaries are by canonical column.</summary>
public sealed record KindMapping
{
    private static readonly Dictionary<string, string> NoTexts = [];

    public static KindMapping Canonical { get; } = new();

    public string? File { get; init; }

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>None: ISO 8601.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    public Encoding? Encoding { get; init; }

    public char? Delimiter { get; init; }

    /// <summary>Stand in where a cell is missing.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = NoTexts;

    /// <summary>The same in every row, whatever the file says.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = NoTexts;

    /// <summary>A source column or an expression; null switches a column off that has the canonical name by chance.</summary>
    public IReadOnlyDictionary<string, string?> Columns { get; init; } = new Dictionary<string, string?>();

    /// <summary>Texts of the file to our texts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    public IReadOnlyDictionary<string, Join> Joins { get; init; } = new Dictionary<string, Join>();
}

/// <summary>Takes a column of another file of the folder.</summary>
/// <param name="From">A kind, whose file is meant, or a file by its name.</param>
/// <param name="By">The column of this file that holds the key.</param>
/// <param name="Take">The column of the other file to take.</param>
/// <param name="Key">The column of the other file that holds the key, when it is not called the same.</param>
public sealed record Join(string From, string By, string Take, string? Key);
