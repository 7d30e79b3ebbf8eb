namespace SalesReports.IntegrationTests.Hosting;

public sealed class LocalRunRefusalTests(AzuriteFixture azurite) : IDisposable
{
    private readonly HostFolder _host = new(azurite);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(1, "The folder 'nowhere' does not exist; --data takes a folder with files such as orders.csv.", "--data", "nowhere")]
    [InlineData(1, "The file 'nowhere.json' does not exist; --mapping takes an import.json.", "--data", ".", "--mapping", "nowhere.json")]
    [InlineData(2, "'--colour' is not an option; --help lists them all.", "--colour", "red")]
    [InlineData(2, "Time zone 'Nowhere/Land' is not known; an IANA id such as 'Europe/Paris' is accepted.", "--set", "TimeZone=Nowhere/Land")]
    [InlineData(2, "Country 'XX' has no built-in public holidays; 'FR' is accepted, or name a file of dates in HolidaysFile.", "--set", "Country=XX")]
    public async Task What_cannot_be_done_is_answered_in_one_sentence(int code, string sentence, params string[] arguments)
    {
        Assert.Equal(code, await _host.RunAsync(Cancellation, [.. arguments, "--once"]));
        Assert.Equal(sentence, _host.Error.ToString().Trim());
    }

    [Theory]
    [InlineData("MinimumSample=0", "MinimumSample '0' cannot be used: The field MinimumSample must be between 1 and 1000000.")]
    [InlineData("MinimumSample=many", "MinimumSample 'many' cannot be used: it is not of the kind int.")]
    [InlineData("Currency=EURO", "Currency 'EURO' cannot be used: Currency takes three letters such as EUR.")]
    [InlineData("StorageAccount=another", "Storage cannot be used: Set either Storage (a connection string) or StorageAccount (the name of a storage account), not both.")]
    [InlineData("TablePrefix=a-b", "TablePrefix 'a-b' cannot be used: TablePrefix takes up to 20 letters and digits, a letter first.")]
    public async Task A_setting_that_cannot_be_used_is_named_with_its_value(string setting, string sentence)
    {
        Assert.Equal(2, await _host.RunBareAsync(["--once", "--storage", azurite.ConnectionString, "--set", setting], searchPath: null, Cancellation));
        Assert.Equal(sentence, _host.Error.ToString().Trim());
    }

    [Fact]
    public async Task An_out_folder_that_cannot_be_written_is_told_before_the_work()
    {
        TinyCompany.Write(_host.In("data"));
        await File.WriteAllTextAsync(_host.In("taken"), "a file, not a folder", Cancellation);

        Assert.Equal(1, await _host.RunAsync(Cancellation, "--data", "data", "--once", "--out", "taken/out"));

        var sentence = _host.Error.ToString().Trim();
        Assert.StartsWith($"The folder '{_host.In("taken", "out")}' cannot be written to (", sentence, StringComparison.Ordinal);
        Assert.EndsWith("; name another one with --out DIR.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_any_file_to_read_is_a_failure_with_a_record()
    {
        Directory.CreateDirectory(_host.In("empty"));

        Assert.Equal(1, await _host.RunAsync(Cancellation, "--data", "empty", "--once"));

        Assert.NotEmpty(_host.Error.ToString().Trim());
        Assert.False(_host.Run().GetProperty("succeeded").GetBoolean());
    }

    [Fact]
    public async Task Without_Node_and_without_storage_one_sentence_says_what_to_do()
    {
        TinyCompany.Write(_host.In("data"));

        Assert.Equal(1, await _host.RunBareAsync(["--data", "data", "--once"], searchPath: _host.Path, Cancellation));

        Assert.Equal(
            "The storage emulator needs Node.js and 'node' was not found: install Node.js 20 or later, or name a storage account with --storage CONNECTION.",
            _host.Error.ToString().Trim());
    }

    [Fact]
    public async Task Check_tells_what_is_in_a_folder_and_stores_nothing()
    {
        TinyCompany.Write(_host.In("data"), "O-900,1998-02-31,C-1,1,100.00,60.00");

        Assert.Equal(0, await _host.RunBareAsync(["check", "--data", "data"], searchPath: null, Cancellation));

        var lines = _host.Output.ToString().Split(Environment.NewLine);
        Assert.Contains("orders: 70, 1998-02-02 to 1998-04-12", lines);
        Assert.Contains("  orders.csv: 71 rows, 1 rejected", lines);
        Assert.Contains("  total 7,000.00 EUR", lines);
        Assert.Contains(lines, line => line.StartsWith("  orders.csv, line 72, ordered_at '1998-02-31': ", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_host.In("out")));
    }
}
