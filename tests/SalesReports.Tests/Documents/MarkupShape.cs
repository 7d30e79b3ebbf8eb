using System.Text.RegularExpressions;

namespace SalesReports.Tests.Documents;

/// <summary>Which elements with which attributes an HTML text has. Text from outside must not change that.</summary>
internal static partial class MarkupShape
{
    public static IReadOnlySet<string> Of(string html)
    {
        var tags = Tags().Matches(html);
        Assert.True(html.Count(letter => letter == '<') == tags.Sum(tag => tag.Value.Count(letter => letter == '<')), "There is a '<' that begins no tag.");
        return tags.SelectMany(tag => tag.Groups["attribute"].Captures.Select(attribute => $"{tag.Groups["name"].Value} {attribute.Value}").Append(tag.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What links and pictures point to.</summary>
    public static IEnumerable<string> Targets(string html) => Links().Matches(html).Select(link => link.Groups["to"].Value);

    [GeneratedRegex("<!--\\[if !mso\\]><!-->|<!--<!\\[endif\\]-->|<!DOCTYPE html>|</?(?<name>[a-zA-Z][a-zA-Z0-9]*)(\\s+(?<attribute>[a-zA-Z0-9:-]+)(=\"[^\"<]*\")?)*\\s*/?>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Tags();

    [GeneratedRegex(" (href|src|action|xlink:href)=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Links();
}
