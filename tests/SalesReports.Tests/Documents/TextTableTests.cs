using System.Text.RegularExpressions;
using SalesReports.Documents;
using SalesReports.Documents.Wording;
using SalesReports.Facts;
using SalesReports.Identity;

namespace SalesReports.Tests.Documents;

/// <summary>A language is one file of texts; all files have the same keys with the same values to fill in.</summary>
public sealed partial class TextTableTests
{
    private static readonly IReadOnlyDictionary<string, string> _english = TextTable.Load("en").All;

    [Theory]
    [InlineData("fr")]
    public void Every_language_has_the_keys_of_english_and_the_same_placeholders(string language)
    {
        var texts = TextTable.Load(language).All;

        Assert.Equal(_english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(texts, text => Assert.Equal(Placeholders(_english[text.Key]), Placeholders(text.Value)));
    }

    [Fact]
    public void The_languages_of_the_documents_each_have_a_file() => Assert.All(Theme.Languages, language => Assert.NotEmpty(TextTable.Load(language).All));

    [Fact]
    public void Every_text_that_the_documents_ask_for_is_there()
    {
        var folder = Path.Combine(Root(), "shared", "Documents");
        var asked = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .SelectMany(file => Asked().Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(asked.Count > 200, $"Only {asked.Count} texts were found in the sources.");
        Assert.DoesNotContain(asked, key => !_english.ContainsKey(key));
    }

    [Fact]
    public void Every_code_of_a_report_has_words()
    {
        string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
        string[] keys =
        [
            .. Enum.GetNames<FindingKind>().Select(name => $"finding.{Snake(name)}"), .. Enum.GetNames<FactKind>().Select(name => $"fact.{Snake(name)}"),
            .. Enum.GetNames<MatchKeyKind>().Select(name => $"key.{name}"), .. Enum.GetNames<ReviewReason>().Select(name => $"review.{name}"),
            .. Enum.GetNames<SalesChannel>().Select(name => $"channel.{Snake(name)}"),
        ];

        Assert.DoesNotContain(keys, key => !_english.ContainsKey(key));
    }

    [Fact]
    public void A_text_that_is_not_there_is_an_error_and_a_code_without_words_shows_itself()
    {
        Assert.Throws<KeyNotFoundException>(() => Words.English.Say("nothing.like.this"));
        Assert.Equal("brand new", Words.English.Code("finding", "brand_new"));
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SalesReports.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("(?:Say|Name|Number)\\(\"(?<key>[a-z][A-Za-z0-9.]*)\"[,)]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}
