namespace SalesReports.BrowserTests;

/// <summary>Mails use what Gmail, Outlook and Apple Mail can draw.</summary>
public sealed class EmailLintTests
{
    [Theory]
    [MemberData(nameof(Drawn.Samples), MemberType = typeof(Drawn))]
    public async Task A_report_mail_uses_only_what_the_clients_can_draw(string report, string language)
    {
        var objections = await MailClients.ObjectionsAsync(Drawn.Mail(Drawn.Reports[report], language), TestContext.Current.CancellationToken);

        Assert.True(objections.Count == 0, string.Join('\n', objections));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task So_does_a_volume_alarm(string language)
    {
        var objections = await MailClients.ObjectionsAsync(Drawn.Alarm(language), TestContext.Current.CancellationToken);

        Assert.True(objections.Count == 0, string.Join('\n', objections));
    }

    [Fact]
    public async Task Every_allowance_has_a_reason_and_is_needed()
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in Drawn.Reports.Values)
        {
            met.UnionWith((await MailClients.IssuesAsync(Drawn.Mail(report, "fr"), TestContext.Current.CancellationToken)).Select(issue => issue.Name));
        }

        var allowed = await MailClients.AllowedAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(allowed.Values, string.IsNullOrWhiteSpace);
        Assert.Empty(allowed.Keys.Except(met));
    }

    [Theory]
    [InlineData("<div style=\"display:flex\">x</div>", "display:flex")]
    [InlineData("<div style=\"position:fixed\">x</div>", "position")]
    [InlineData("<form><input name=\"a\"></form>", "<form>")]
    public async Task What_a_client_cannot_draw_is_found(string body, string expected)
    {
        var objections = await MailClients.ObjectionsAsync($"<html><body>{body}</body></html>", TestContext.Current.CancellationToken);

        Assert.Contains(objections, objection => objection.Contains(expected, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_table_with_plain_inline_styles_passes()
    {
        const string Html = "<html><body><table width=\"600\"><tr><td style=\"color:#111111;font-size:14px\">12 €</td></tr></table></body></html>";

        Assert.Empty(await MailClients.ObjectionsAsync(Html, TestContext.Current.CancellationToken));
    }
}
