using System.Net;
using System.Net.Sockets;

namespace SalesReports.IntegrationTests.Hosting;

public sealed class LocalRunTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly string[] ReportFiles = ["report.en.html", "report.en.pdf", "report.en.xlsx", "report.fr.html", "report.fr.pdf", "report.fr.xlsx", "report.json"];
    private readonly HostFolder _host = new(azurite);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task One_command_turns_a_folder_into_reports_documents_mails_and_a_record()
    {
        TinyCompany.Write(_host.In("data"));

        var code = await _host.RunAsync(Cancellation, "--data", "data", "--once");

        Assert.Equal("", _host.Error.ToString());
        Assert.Equal(0, code);
        Assert.Equal(ReportFiles, Names("out", "reports", "weekly", "1998-W15"));
        Assert.Equal(ReportFiles, Names("out", "reports", "monthly", "1998-03"));
        Assert.NotEmpty(Directory.EnumerateFiles(_host.In("out", "mail"), "*.eml"));
        var run = _host.Run();
        Assert.True(run.GetProperty("succeeded").GetBoolean());
        Assert.Equal(TinyCompany.Days, run.GetProperty("counts").GetProperty("orders").GetProperty("written").GetInt32());
        Assert.Equal(TinyCompany.Days, run.GetProperty("rolledUp").GetProperty("daysRebuilt").GetInt32());
        Assert.Equal(["pull csv", "roll up", "build", "deliver"], run.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("name").GetString()));
        Assert.True(run.GetProperty("stages")[0].GetProperty("storageRequests").GetInt64() > 0);
        Assert.Matches(@"Revenue +700\.00 EUR +0\.0 % on 1998-W14 +ok", _host.Output.ToString());
    }

    [Fact]
    public async Task A_second_run_over_the_same_folder_and_storage_changes_nothing()
    {
        TinyCompany.Write(_host.In("data"));
        await _host.RunAsync(Cancellation, "--data", "data", "--once");
        var before = Bytes();

        var code = await _host.RunAsync(Cancellation, "--data", "data", "--once");

        Assert.Equal(0, code);
        var run = _host.Run();
        Assert.Equal(0, run.GetProperty("counts").GetProperty("orders").GetProperty("written").GetInt32());
        Assert.Equal(0, run.GetProperty("sources")[0].GetProperty("daysDirtied").GetInt32());
        Assert.All(run.GetProperty("reports").EnumerateArray(), report => Assert.False(report.GetProperty("isNewRevision").GetBoolean()));
        Assert.All(run.GetProperty("mails").EnumerateArray(), mail => Assert.Equal("alreadySent", mail.GetProperty("status").GetString()));
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public async Task A_named_week_is_the_only_report_built()
    {
        TinyCompany.Write(_host.In("data"));

        Assert.Equal(0, await _host.RunAsync(Cancellation, "--data", "data", "--once", "--week", "1998-W10"));

        Assert.Equal(["1998-W10"], _host.Run().GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("period").GetString()));
        Assert.False(Directory.Exists(_host.In("out", "reports", "monthly")));
    }

    [Theory]
    [InlineData("--week", "1998-W05", "1998-W05 lies before the data, which begin on 1998-02-02; the first one is 1998-W06.")]
    [InlineData("--month", "2050-01", "2050-01 lies in the future; the last complete one is ")]
    public async Task A_period_without_business_is_refused_and_the_import_kept(string option, string period, string sentence)
    {
        TinyCompany.Write(_host.In("data"));

        Assert.Equal(1, await _host.RunAsync(Cancellation, "--data", "data", "--once", option, period));

        Assert.StartsWith(sentence, _host.Error.ToString(), StringComparison.Ordinal);
        Assert.Single(_host.Error.ToString().Trim().Split('\n'));
        var run = _host.Run();
        Assert.False(run.GetProperty("succeeded").GetBoolean());
        Assert.Equal(TinyCompany.Days, run.GetProperty("counts").GetProperty("orders").GetProperty("written").GetInt32());
    }

    [Fact]
    public async Task A_history_is_built_oldest_first_and_only_the_latest_is_mailed()
    {
        TinyCompany.Write(_host.In("data"));

        Assert.Equal(0, await _host.RunAsync(Cancellation, "--data", "data", "--once", "--history", "3"));

        var run = _host.Run();
        Assert.Equal(
            ["1998-W13", "1998-W14", "1998-W15", "1998-02", "1998-03"],
            run.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("period").GetString()));
        Assert.StartsWith("Left out: 1998-01 lies before the data", run.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(["1998-03", "1998-W15"], run.GetProperty("mails").EnumerateArray().Select(mail => mail.GetProperty("period").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Bad_rows_are_told_and_kept_apart_and_the_good_ones_reported()
    {
        TinyCompany.Write(_host.In("data"), "O-900,1998-02-31,C-1,1,100.00,60.00", "O-901,1998-03-03,C-1,many,100.00,60.00");

        Assert.Equal(0, await _host.RunAsync(Cancellation, "--data", "data", "--once"));

        var run = _host.Run();
        Assert.Equal(2, run.GetProperty("rejectedRows").GetInt32());
        Assert.Equal([(72, "ordered_at"), (73, "quantity")], run.GetProperty("rejections").EnumerateArray().Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("column").GetString()!)));
        Assert.Equal(TinyCompany.Days, run.GetProperty("counts").GetProperty("orders").GetProperty("read").GetInt32());
        var apart = await File.ReadAllTextAsync(_host.In("out", "rejected", "orders.csv"), Cancellation);
        Assert.Contains("O-901", apart, StringComparison.Ordinal);
        Assert.DoesNotContain("O-001", apart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_sentence_and_the_reports_are_kept()
    {
        TinyCompany.Write(_host.In("data"));
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var code = await _host.RunAsync(Cancellation, "--data", "data", "--port", $"{port}");

        Assert.Equal(1, code);
        Assert.Equal($"Port {port} is in use, so the API is not served; name another one with --port, or 0 for any free one.", _host.Error.ToString().Trim());
        Assert.Equal(ReportFiles, Names("out", "reports", "weekly", "1998-W15"));
    }

    [Fact]
    public async Task After_the_run_the_API_is_served_with_a_pair_of_keys_until_it_is_stopped()
    {
        TinyCompany.Write(_host.In("data"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var run = _host.RunAsync(stop.Token, "--data", "data", "--port", "0");
        var printed = await PrintedAsync("  admin ", run);
        var address = After(printed, "API on ", "/api/");
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/health/live", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/reports", Cancellation)).StatusCode);
        client.DefaultRequestHeaders.Add("x-api-key", After(printed, "reader ", Environment.NewLine));
        var served = await client.GetByteArrayAsync("/api/v1/reports/weekly/1998-W15", Cancellation);

        Assert.Equal(await File.ReadAllBytesAsync(_host.In("out", "reports", "weekly", "1998-W15", "report.json"), Cancellation), served);
        await stop.CancelAsync();
        Assert.Equal(0, await run);
    }

    private static string After(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private async Task<string> PrintedAsync(string awaited, Task run)
    {
        while (!_host.Output.ToString().Contains(awaited, StringComparison.Ordinal))
        {
            Assert.False(run.IsCompleted, $"The host ended without saying '{awaited}': {_host.Error}");
            await Task.Delay(100, Cancellation);
        }

        return _host.Output.ToString();
    }

    private IEnumerable<string?> Names(params string[] folder) =>
        Directory.EnumerateFiles(_host.In(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private Dictionary<string, string> Bytes() => Directory.EnumerateFiles(_host.In("out"), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != "run.json")
        .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)), StringComparer.Ordinal);
}
