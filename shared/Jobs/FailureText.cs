using System.Text.RegularExpressions;
using Azure;
using SalesReports.Delivery;

namespace SalesReports.Jobs;

/// <summary>Why something failed, in one bounded line that may be kept: no addresses, links or secrets.</summary>
internal static partial class FailureText
{
    private const int Longest = 300;

    public static string Of(Exception failure) => failure switch
    {
        // Its message repeats the request with all its headers.
        RequestFailedException storage => $"Storage answered {storage.Status} {storage.ErrorCode}".TrimEnd(),
        AggregateException { InnerExceptions: [.., var last] } => Of(last),
        _ => Bounded($"{failure.GetType().Name}: {Harmless(failure.Message)}"),
    };

    private static string Harmless(string message)
    {
        var line = message.Split('\n', 2)[0].Trim();
        line = Link().Replace(line, "(link)");
        line = ErrorText.WithoutAddresses(line);
        line = Secret().Replace(line, "${name}=(secret)");
        return Token().Replace(line, "(token)");
    }

    private static string Bounded(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";

    [GeneratedRegex(@"\bhttps?://\S+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?<name>\w*(key|token|secret|password|signature|sig))\s*[=:]\s*\S+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    // Long and with a digit in it: a word of a sentence is neither.
    [GeneratedRegex(@"(?=[\w+=.-]*\d)[\w+=.-]{28,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
