using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Oracle;
using SalesReports.Jobs;
using SalesReports.Rollups;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Store;

/// <summary>In mode full the files are all there is between the dates they show, and never more than that.</summary>
public sealed class FullImportTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string[]> s_all = new(StringComparer.Ordinal)
    {
        ["orders"] = ["order_id,ordered_at,customer_id,quantity,net_amount", "O1,2026-03-01,C1,1,10", "O2,2026-03-05,C2,1,20", "O3,2026-03-09,C3,1,30", "O4,2026-04-01,C4,1,40"],
        ["opportunities"] = ["opportunity_id,stage,created_at,closed_at,outcome", "D1,S,2026-01-01,2026-03-01,won", "D2,S,2026-01-02,2026-03-02,won", "D3,S,2026-01-03,2026-03-03,lost", "D4,S,2026-01-02,,open"],
        ["leads"] = ["lead_id,created_at,source", "L1,2026-03-01,web", "L2,2026-03-02,web", "L3,2026-03-03,fair"],
        ["quotes"] = ["quote_id,requested_at", "Q1,2026-03-01", "Q2,2026-03-02", "Q3,2026-03-03"],
        ["spend"] = ["date,channel,amount", "2026-03-01,ads,1", "2026-03-02,ads,2", "2026-03-03,ads,3", "2026-04-03,ads,4"],
        ["customers"] = ["customer_id,name", "C1,One", "C2,Two", "C3,Three"],
        ["reps"] = ["rep_id,name", "R1,Ann", "R2,Bob"],
        ["products"] = ["sku,name", "A,Article", "B,Article"],
        ["stages"] = ["pipeline,stage,position", "p,S,1", "p,T,2"],
        ["identities"] = ["customer_id,same_as", "C1,C2", "C2,C3"],
        ["targets"] = ["period,scope,metric,value", "2026-01,company,revenue,1", "2026-02,company,revenue,2", "2026-03,company,revenue,3", "2027,company,revenue,9"],
        ["fx"] = ["date,currency,rate", "2026-03-01,USD,1.1", "2026-03-02,USD,1.2", "2026-03-03,USD,1.3", "2026-03-04,USD,1.4"],
    };

    [Fact]
    public async Task What_the_files_no_longer_hold_between_their_dates_goes_and_the_rest_stays() => await InFolder(async (folder, company) =>
    {
        Write(folder, s_all, "delta");
        await company.ImportedAsync(Token);

        // Each file without its second row; the last rows of some lie outside the dates that are left.
        var left = s_all.ToDictionary(kind => kind.Key, kind => kind.Value.Where((row, number) => number != 2 && !row.StartsWith("O4", StringComparison.Ordinal)
            && !row.StartsWith("2026-04-03", StringComparison.Ordinal) && !row.StartsWith("2027", StringComparison.Ordinal) && !row.StartsWith("2026-03-04", StringComparison.Ordinal)).ToArray(), StringComparer.Ordinal);
        Write(folder, left, "full");
        var outcome = await company.PullAsync(Token);

        Assert.Empty(outcome.Rejections);
        Assert.All(outcome.Kinds, kind => Assert.Equal((kind.Key, 1L, 0L), (kind.Key, kind.Value.Removed, kind.Value.Written)));
        Assert.Equal(12, outcome.Kinds.Count);
        await company.RollUpAsync(Token);
        Assert.Equal(["2026-03-01 10", "2026-03-09 30", "2026-04-01 40"], await SalesAsync(company));
        Assert.Equal(["C1", "C3", "C4"], (await company.World.Get<FirstOrderIndex>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Select(first => first.CustomerId));
        Assert.Equal(["C1", "C3"], (await company.World.Get<FactReader>().ReadIdsAsync(FactKind.Customers, Token)).Order());

        // The same again finds nothing more to remove; the removed row comes back when a file holds it again.
        Assert.All((await company.PullAsync(Token)).Kinds.Values, counts => Assert.Equal((0L, 0L), (counts.Removed, counts.Written)));
        Write(folder, s_all, "full");
        Assert.All((await company.PullAsync(Token)).Kinds.Values, counts => Assert.Equal((0L, 1L), (counts.Removed, counts.Written)));
        await company.RollUpAsync(Token);
        Assert.Equal(["2026-03-01 10", "2026-03-05 20", "2026-03-09 30", "2026-04-01 40"], await SalesAsync(company));
    });

    [Fact]
    public async Task Mode_delta_removes_nothing() => await InFolder(async (folder, company) =>
    {
        Write(folder, s_all, "delta");
        await company.ImportedAsync(Token);
        Write(folder, s_all.ToDictionary(kind => kind.Key, kind => kind.Value[..2], StringComparer.Ordinal), "delta");

        Assert.All((await company.PullAsync(Token)).Kinds.Values, counts => Assert.Equal(0, counts.Removed));
    });

    [Fact]
    public async Task A_rejected_row_or_an_empty_file_removes_nothing_of_its_kind() => await InFolder(async (folder, company) =>
    {
        Write(folder, s_all, "delta");
        await company.ImportedAsync(Token);
        var spoilt = new Dictionary<string, string[]>(s_all, StringComparer.Ordinal)
        {
            ["orders"] = [.. s_all["orders"].Where(row => !row.StartsWith("O2", StringComparison.Ordinal)), "O2,someday,C2,1,20"],
            ["customers"] = s_all["customers"][..1],
            ["reps"] = s_all["reps"][..2],
        };
        Write(folder, spoilt, "full");
        var outcome = await company.PullAsync(Token);

        Assert.Equal(1, outcome.Kinds[FactKind.Reps].Removed);
        Assert.Equal(0, outcome.Kinds[FactKind.Orders].Removed);
        Assert.Contains(outcome.Rejections, rejection => rejection.Reason.StartsWith("1 rows of orders were rejected", StringComparison.Ordinal));
        Assert.Equal(3, (await company.World.Get<FactReader>().ReadIdsAsync(FactKind.Customers, Token)).Count);
    });

    [Fact]
    public async Task What_a_newer_import_wrote_or_saw_stays()
    {
        await using var world = TestWorld.Create(azurite);
        var day = new DateOnly(2026, 3, 2);
        Order[] orders = [.. Enumerable.Range(1, 4).Select(i => Made.Order($"O{i}", day, $"C{i}", i))];
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, orders, 1, Token);

        // Import 2, full, holds O1 alone. Import 3, which began while it ran, saw O2 as it was, changed O3 and had not come to O4.
        var held = new HeldFacts();
        held.Add(orders[0]);
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [orders[1], orders[2] with { CustomerId = "C9" }], new ImportNumber(3, OlderOpen: 2), Token);
        var removed = await world.Get<UnheldFacts>().RemoveAsync("csv", FactKind.Orders, held, new ImportNumber(2, 0), Token);
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [orders[3]], new ImportNumber(3, OlderOpen: 2), Token);
        await world.Get<RollUp>().SweepAsync(null, Token);

        Assert.Equal(1, removed.Written);
        Assert.Equal(["C1", "C2", "C4", "C9"], Assert.Single(await world.Get<RollupStore>().ReadAsync(day, day, Token)).Rollup.ActiveCustomers);
    }

    [Fact]
    public async Task Versions_of_older_imports_stay_dead_whatever_their_time()
    {
        await using var world = TestWorld.Create(azurite);
        var day = new DateOnly(2026, 3, 2);
        var order = Made.Order("O1", day, "C1", 1) with { ModifiedAt = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero) };
        await world.Get<FactStore>().WriteAsync(FactKind.Orders, [order], 1, Token);
        var held = new HeldFacts();
        held.Add(Made.Order("O2", day, "C2", 1));
        await world.Get<UnheldFacts>().RemoveAsync("csv", FactKind.Orders, held, 3, Token);

        var late = await world.Get<FactStore>().WriteAsync(FactKind.Orders, [order with { ModifiedAt = order.ModifiedAt.Value.AddDays(1) }], 2, Token);
        var again = await world.Get<FactStore>().WriteAsync(FactKind.Orders, [order], 4, Token);

        Assert.Equal((1, 1), (late.Stale, again.Written));
    }

    private static async Task<IEnumerable<string>> SalesAsync(Company company) =>
        (await company.World.Get<RollupStore>().ReadAsync(DateOnly.MinValue, DateOnly.MaxValue, Token)).Where(day => day.Rollup.OrderFacts > 0)
            .Select(day => FormattableString.Invariant($"{day.Rollup.Day:yyyy-MM-dd} {day.Rollup.Orders.Sum(orders => orders.Net)}"));

    private static void Write(string folder, Dictionary<string, string[]> files, string mode)
    {
        foreach (var (kind, rows) in files)
        {
            File.WriteAllLines(Path.Combine(folder, kind + ".csv"), rows);
        }

        File.WriteAllText(Path.Combine(folder, "import.json"), $$"""{ "mode": "{{mode}}" }""");
    }

    private async Task InFolder(Func<string, Company, Task> act)
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-full-").FullName;
        try
        {
            await using var company = Company.Open(azurite, folder, new PlainSettings());
            await act(folder, company);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
