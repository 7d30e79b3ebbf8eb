using System.Text.Json;

namespace SalesReports.BrowserTests;

/// <param name="Severity"><c>errors</c>: not supported; <c>warnings</c>: supported in part.</param>
internal sealed record MailIssue(string Severity, string Client, string Title)
{
    public string Name => $"{Severity}: {Title}";
}

/// <summary>What Gmail, Outlook and Apple Mail make of a mail's HTML, by the tables of caniemail.com.</summary>
internal static class MailClients
{
    /// <summary>What is known and accepted, each with the reason why it does no harm.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AllowedAsync(CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(Required.InTests("email-lint/allowed.json"), cancellationToken))!;

    /// <summary>The issues that no entry of <c>tests/email-lint/allowed.json</c> explains.</summary>
    public static async Task<IReadOnlyList<string>> ObjectionsAsync(string html, CancellationToken cancellationToken)
    {
        var allowed = await AllowedAsync(cancellationToken);
        return [.. (await IssuesAsync(html, cancellationToken)).GroupBy(issue => issue.Name, StringComparer.Ordinal)
            .Where(issue => !allowed.ContainsKey(issue.Key))
            .Select(issue => $"{issue.Key} in {string.Join(", ", issue.Select(one => one.Client).Distinct())}")];
    }

    public static async Task<IReadOnlyList<MailIssue>> IssuesAsync(string html, CancellationToken cancellationToken)
    {
        Required.Package("caniemail/package.json");
        return await NodeScript.RunAsync<MailIssue>("email-lint/lint.mjs", html, cancellationToken);
    }
}
