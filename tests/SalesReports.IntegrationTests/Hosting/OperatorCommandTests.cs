using System.Diagnostics;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Jobs;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Local.Runner;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Hosting;

/// <summary>What an operator types, against the storage of a running installation.</summary>
public sealed class OperatorCommandTests(AzuriteFixture azurite) : IDisposable
{
    private const string Week47 = """{"period":"2026-W47"}""";
    private readonly HostFolder _host = new(azurite);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task From_a_failing_message_over_its_alert_and_a_retry_to_a_report()
    {
        await using var world = World();
        using var runner = new QueueRunner(
            FunctionCatalog.Product,
            new FunctionCall(world.Services.GetRequiredService<IServiceScopeFactory>()),
            world.Get<Tables>(),
            new HostFile { MaxDequeueCount = 2, BatchSize = 2 },
            NullLogger<QueueRunner>.Instance);
        await runner.StartAsync(Cancellation);
        await QueueContents.PutAsync(world, WorkQueues.BuildQueue, Week47, Cancellation);

        var alert = await UntilAsync(world, AlertState.Open);
        Assert.Equal((2, WorkQueues.BuildQueue), (alert.Attempts, alert.Queue));
        Assert.Equal(0, await _host.RunAsync(Cancellation, "retry"));
        Assert.Contains($"{alert.Id}  build-report  open", _host.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2026-W47 cannot be built: no order, closed deal or spend has been imported yet.", _host.Output.ToString(), StringComparison.Ordinal);

        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [Made.Order("O1", new DateOnly(2026, 11, 17), "C1", 100)], 1, Cancellation);
        await world.Get<RollUp>().SweepAsync(null, Cancellation);
        Assert.Equal(0, await _host.RunAsync(Cancellation, "retry", alert.Id));
        Assert.Equal($"{alert.Id}  build 2026-W47: put back on build-report.", _host.Output.ToString().Trim());

        await UntilAsync(world, AlertState.Done);
        await runner.StopAsync(CancellationToken.None);
        Assert.NotNull(await world.Get<ReportStore>().FindAsync(Calendar.Period.WeekOf(new DateOnly(2026, 11, 17)), "company", null, Cancellation));
        Assert.Equal(0, await _host.RunAsync(Cancellation, "retry"));
        Assert.Equal("No alert is open.", _host.Output.ToString().Trim());
    }

    [Fact]
    public async Task Retry_twice_puts_back_once_and_dismissed_work_stays_away()
    {
        await using var world = World();
        await world.Get<QueuedWork>().GiveUpAsync(WorkQueues.BuildQueue, Week47, Cancellation);
        await world.Get<QueuedWork>().GiveUpAsync(WorkQueues.DeliverQueue, """{"period":"2026-W47","deliveryId":"x"}""", Cancellation);
        var ids = (await world.Get<AlertStore>().ListAsync(null, Cancellation)).ToDictionary(alert => alert.Queue, alert => alert.Id, StringComparer.Ordinal);

        Assert.Equal(0, await _host.RunAsync(Cancellation, "retry", "--dismiss", ids[WorkQueues.DeliverQueue]));
        Assert.Equal(0, await _host.RunAsync(Cancellation, "retry", "all"));
        Assert.Equal(0, await _host.RunAsync(Cancellation, "retry", ids[WorkQueues.BuildQueue], ids[WorkQueues.DeliverQueue]));

        Assert.Equal(
            [$"{ids[WorkQueues.BuildQueue]}  build 2026-W47: is retried already.", $"{ids[WorkQueues.DeliverQueue]}  deliver 2026-W47: is dismissed already."],
            _host.Output.ToString().Trim().Split(Environment.NewLine));
        Assert.Equal([Week47], await QueueContents.TakeAsync(world, WorkQueues.BuildQueue, Cancellation));
        Assert.Empty(await QueueContents.TakeAsync(world, WorkQueues.DeliverQueue, Cancellation));
    }

    [Fact]
    public async Task An_id_that_no_alert_has_is_told_and_nothing_is_put_back()
    {
        await using var world = World();
        await world.Get<QueuedWork>().GiveUpAsync(WorkQueues.BuildQueue, Week47, Cancellation);
        var alert = Assert.Single(await world.Get<AlertStore>().ListAsync(null, Cancellation));

        Assert.Equal(1, await _host.RunAsync(Cancellation, "retry", alert.Id, "0000000000000000"));

        Assert.Equal("There is no alert '0000000000000000'; retry without ids lists the open ones.", _host.Error.ToString().Trim());
        Assert.Empty(await QueueContents.TakeAsync(world, WorkQueues.BuildQueue, Cancellation));
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("rebuild", "--all")]
    public async Task Without_storage_the_commands_say_what_they_need(string command, params string[] rest)
    {
        Assert.Equal(2, await _host.RunBareAsync([command, .. rest], searchPath: null, Cancellation));
        Assert.Equal($"{command} needs the storage account it is about: --storage CONNECTION, or the setting Storage or StorageAccount.", _host.Error.ToString().Trim());
    }

    [Fact]
    public async Task Rebuild_puts_right_what_differs_tells_how_much_and_finds_nothing_the_second_time()
    {
        await using var world = World();
        await ImportAsync(world);
        var before = await StateAsync(world);
        await DeleteAsync(world, "d~19980310");
        Assert.Equal("1 of 31 days differed and were put right.", await RebuildAsync("--month", "1998-03"));
        Assert.Equal("None of 31 days differed.", await RebuildAsync("--month", "1998-03"));
        Assert.Equal(before, await StateAsync(world));

        await SpoilAsync(world, "d~19980204", "figures", "not even JSON");
        Assert.Equal("1 of 1 days differed and were put right.", await RebuildAsync("--day", "1998-02-04"));
        Assert.Equal("Nothing is stored there: no fact and no rollup.", await RebuildAsync("--day", "2005-01-01"));
        Assert.Equal(before, await StateAsync(world));
    }

    [Fact]
    public async Task Rebuilding_everything_puts_right_every_row_of_a_day_and_the_first_orders()
    {
        await using var world = World();
        await ImportAsync(world);
        var before = await StateAsync(world);
        await DeleteAsync(world, "d~19980202");
        await DeleteAsync(world, "s~19980203");
        await DeleteAsync(world, "c~19980204");
        await SpoilAsync(world, "c~19980310", "sales", new byte[] { 1, 2, 3 });
        await SpoilAsync(world, "c~19980311", "figuresName", "0123456789abcdef");
        var first = await world.Get<Tables>().OpenAsync("firstorders", Cancellation);
        await first.DeleteEntityAsync("first", "k~C-3", cancellationToken: Cancellation);
        await first.DeleteEntityAsync("first", "d~19980206~C-4", cancellationToken: Cancellation);
        await first.AddEntityAsync(new TableEntity("first", "d~19970101~C-5") { ["customerId"] = "C-5" }, Cancellation);
        await first.AddEntityAsync(new TableEntity("first", "d~19970101~C-9") { ["customerId"] = "C-9" }, Cancellation);

        var months = await world.Get<Tables>().ContainerAsync("customers", Cancellation);
        await months.GetBlobClient("199802/sales.json.gz").UploadAsync(BinaryData.FromString("damaged"), overwrite: true, Cancellation);
        await months.DeleteBlobAsync("199803/sales.json.gz", cancellationToken: Cancellation);

        Assert.Equal("5 of 89 days differed and were put right.", await RebuildAsync("--all"));
        Assert.Contains("First orders: 4 customers put right.", _host.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(world));
        Assert.Equal("None of 89 days differed.", await RebuildAsync("--all"));
        Assert.Contains("First orders: 0 customers put right.", _host.Output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Ten weeks with seven customers, each of whom orders on every seventh day.</summary>
    private static async Task ImportAsync(TestWorld world)
    {
        Fact[] orders = [.. Enumerable.Range(0, TinyCompany.Days).Select(day => Made.Order($"O{day}", TinyCompany.FirstDay.AddDays(day), $"C-{day % 7}", 100))];
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, orders, 1, Cancellation);
        await world.Get<RollUp>().SweepAsync(null, Cancellation);
    }

    private static async Task DeleteAsync(TestWorld world, string key) =>
        await (await world.Get<Tables>().OpenAsync("rollups", Cancellation)).DeleteEntityAsync("days", key, cancellationToken: Cancellation);

    private static async Task SpoilAsync(TestWorld world, string key, string column, object value)
    {
        var rollups = await world.Get<Tables>().OpenAsync("rollups", Cancellation);
        var row = (await rollups.GetEntityAsync<TableEntity>("days", key, cancellationToken: Cancellation)).Value;
        row[column] = value;
        await rollups.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
    }

    /// <summary>Every row of rollups and first orders and every month's blob, without its version.</summary>
    private static async Task<string> StateAsync(TestWorld world)
    {
        var lines = new List<string>();
        foreach (var name in new[] { "rollups", "firstorders" })
        {
            var table = await world.Get<Tables>().OpenAsync(name, Cancellation);
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                lines.Add($"{name} {row.RowKey} " + string.Join('|', row.Where(cell => cell.Key is not ("odata.etag" or "Timestamp")).OrderBy(cell => cell.Key, StringComparer.Ordinal)
                    .Select(cell => $"{cell.Key}={(cell.Value is byte[] bytes ? Convert.ToHexString(bytes) : cell.Value)}")));
            }
        }

        var months = await world.Get<Tables>().ContainerAsync("customers", Cancellation);
        await foreach (var blob in months.GetBlobsAsync(cancellationToken: Cancellation))
        {
            lines.Add($"{blob.Name} {Convert.ToHexString(blob.Properties.ContentHash)}");
        }

        Assert.Equal(3, lines.Count(line => line.Contains("sales.json.gz", StringComparison.Ordinal)));
        return string.Join('\n', lines);
    }

    private static async Task<Alert> UntilAsync(TestWorld world, AlertState state)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(5); await Task.Delay(200, Cancellation))
        {
            if ((await world.Get<AlertStore>().ListAsync(null, Cancellation)).SingleOrDefault(alert => alert.State == state) is { } alert)
            {
                return alert;
            }
        }

        throw new TimeoutException($"No alert came to be {state}.");
    }

    private async Task<string> RebuildAsync(params string[] range)
    {
        var code = await _host.RunAsync(Cancellation, ["rebuild", .. range]);
        Assert.True(code == 0, _host.Error.ToString());
        return _host.Output.ToString().Split(Environment.NewLine)[0];
    }

    private TestWorld World() => TestWorld.Create(azurite, new Dictionary<string, string?> { ["TablePrefix"] = _host.Prefix });
}
