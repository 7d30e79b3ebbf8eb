using System.Globalization;
using System.Text;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Sources;

namespace SalesReports.IntegrationTests.Oracle;

/// <summary>What is wrong is told row by row, what is right is kept and counted right.</summary>
public sealed class BadInputTests(AzuriteFixture azurite)
{
    private const int BadOrders = 200;
    private static readonly string[] s_columns = ["order_id", "ordered_at", "customer_id", "status", "rep_id", "currency", "line_no", "sku", "quantity", "net_amount"];

    /// <summary>What can be wrong with a cell.</summary>
    private static readonly (string Column, string Value)[] s_faults =
    [
        ("ordered_at", "31/12/2026"), ("ordered_at", "2026-02-30"), ("ordered_at", ""), ("ordered_at", "tomorrow"), ("customer_id", ""),
        ("status", "maybe"), ("currency", "EURO"), ("currency", "€"), ("line_no", "one"), ("quantity", ""), ("quantity", "two"),
        ("net_amount", "1,2,3"), ("net_amount", ""), ("net_amount", "12 EUR"), ("net_amount", "1e400"), ("quantity", "NaN"), ("order_id", ""),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_mixed_bad_orders_leave_the_good_ones_as_they_are()
    {
        var (text, good, badLines) = Mixed();
        await InFolder(async (folder, company) =>
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "orders.csv"), text, Cancellation);
            var outcome = await company.PullAsync(Cancellation);

            Assert.Null(outcome.Fault);
            Assert.Equal(good.Of("orders").Select(row => row["order_id"]).Distinct(StringComparer.Ordinal).Count(), outcome.Kinds[FactKind.Orders].Written);
            Assert.Equal(badLines.Count, outcome.RejectedRows);
            Assert.Equal(badLines.Order(), outcome.Rejections.Select(rejection => (int)rejection.Line).Order());
            Assert.All(outcome.Rejections, IsClear);

            await company.RollUpAsync(Cancellation);
            var oracle = new PlainReport(PlainReading.Read(good, new PlainSettings()));
            foreach (var period in new[] { "2026-W46", "2026-W47", "2026-11" })
            {
                Assert.Empty(ReportDifferences.Of(oracle.Of(PlainPeriod.Parse(period)), await company.ReportAsync(period, Cancellation), 1e-9m));
            }

            var told = (await company.ReportAsync("2026-11", Cancellation))["sections"]!["dataQuality"]!["sources"]!.AsArray();
            Assert.Equal(badLines.Count, Assert.Single(told)!["rejectedRows"]!.GetValue<long>());
        });
    }

    [Fact]
    public async Task Unknown_reps_customers_and_products_are_findings_and_their_orders_count() => await InFolder(async (folder, company) =>
    {
        var facts = new CanonicalRows();
        facts.Add("reps", Row(("rep_id", "R1"), ("name", "Rep 1")));
        facts.Add("customers", Row(("customer_id", "C1"), ("name", "Customer 1")));
        facts.Add("products", Row(("sku", "A"), ("name", "Article A"), ("unit_cost", "4")));
        foreach (var (id, customer, rep, sku) in new[] { ("O1", "C1", "R1", "A"), ("O2", "C9", "R1", "A"), ("O3", "C1", "R8", "A"), ("O4", "C9", "R9", "Z") })
        {
            facts.Add("orders", Row(("order_id", id), ("ordered_at", "2026-11-16"), ("customer_id", customer), ("rep_id", rep), ("sku", sku), ("quantity", "1"), ("net_amount", "10")));
        }

        facts.WriteTo(folder);
        await company.ImportedAsync(Cancellation);
        var outcome = await company.PullAsync(Cancellation);

        Assert.Equal(0, outcome.RejectedRows);
        Assert.Equal((2, 2, 1), (outcome.Findings[FindingKind.UnknownCustomer], outcome.Findings[FindingKind.UnknownRep], outcome.Findings[FindingKind.UnknownProduct]));
        Assert.Contains(new Finding(FindingKind.UnknownRep, FactKind.Orders, "csv", "O4", "R9"), outcome.FindingExamples);
        var report = await company.ReportAsync("2026-W47", Cancellation);
        Assert.Equal(40m, report["metrics"]![0]!["value"]!.GetValue<decimal>());
        Assert.Empty(ReportDifferences.Of(new PlainReport(PlainReading.Read(facts, new PlainSettings())).Of(PlainPeriod.Parse("2026-W47")), report, 1e-9m));
    });

    [Fact]
    public async Task A_folder_that_is_not_there_is_one_clear_sentence_and_no_figures() => await InFolder(async (folder, company) =>
    {
        Directory.Delete(folder, recursive: true);
        var outcome = await company.PullAsync(Cancellation);
        Directory.CreateDirectory(folder);

        Assert.Equal(SourceFault.Configuration, outcome.Fault);
        Assert.Contains(folder, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Kinds);
        await company.RollUpAsync(Cancellation);
        var refused = await Assert.ThrowsAsync<PeriodNotBuildableException>(() => company.BuildAsync("2026-W47", Cancellation));
        Assert.Contains("2026-W47", refused.Message, StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_file_that_cannot_be_read_stops_itself_alone() => await InFolder(async (folder, company) =>
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "spend.csv"), "day,channel,amount\n2026-11-16,ads,10\n", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "opportunities.csv"), "", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "orders.csv"), "order_id,ordered_at,customer_id,quantity,net_amount\nO1,2026-11-16,C1,1,10\n", Cancellation);
        var outcome = await company.PullAsync(Cancellation);

        Assert.Equal(1, outcome.Kinds[FactKind.Orders].Written);
        Assert.False(outcome.Kinds.ContainsKey(FactKind.Spend));
        var header = Assert.Single(outcome.Rejections, rejection => rejection.File == "spend.csv");
        Assert.Contains("date", header.Reason, StringComparison.Ordinal);
    });

    private static (string Text, CanonicalRows Good, List<int> BadLines) Mixed()
    {
        var (random, good, bad, text) = (new Random(20_261_123), new CanonicalRows(), new List<int>(), new StringBuilder(string.Join(',', s_columns) + "\n"));
        var line = 1;
        for (var i = 0; i < 2 * BadOrders; i++)
        {
            var isBad = i % 2 == 1;
            var fault = s_faults[i / 2 % s_faults.Length];
            var broken = random.Next(3);
            for (var number = 0; number < 3; number++)
            {
                var row = Row(
                    ("order_id", $"O{i}"), ("ordered_at", $"2026-11-{9 + (i % 14):D2}"), ("customer_id", $"C{i % 7}"), ("status", "booked"), ("rep_id", ""),
                    ("currency", "EUR"), ("line_no", (number + 1).ToString(CultureInfo.InvariantCulture)), ("sku", "A"), ("quantity", "2"),
                    ("net_amount", (random.Next(100, 90_000) / 100m).ToString(CultureInfo.InvariantCulture)));

                // An order may say its day and customer on one of its lines only, so these are missing when no line has them.
                if (isBad && (number == broken || fault is ("ordered_at" or "customer_id", "")))
                {
                    row[fault.Column] = fault.Value;
                }

                line = Write(text, row, line);
                if (isBad && (fault.Column != "order_id" || number == broken))
                {
                    bad.Add(line);
                }
                else
                {
                    good.Add("orders", row);
                }

                if (!isBad && number == 0 && i % 10 == 0)
                {
                    // The same line twice counts once.
                    line = Write(text, row, line);
                }
            }
        }

        return (text.ToString(), good, bad);
    }

    private static int Write(StringBuilder text, Dictionary<string, string> row, int line)
    {
        text.AppendJoin(',', s_columns.Select(column => row[column].Contains(',', StringComparison.Ordinal) ? $"\"{row[column]}\"" : row[column])).Append('\n');
        return line + 1;
    }

    private static void IsClear(Rejection rejection)
    {
        Assert.Equal("orders.csv", rejection.File);
        Assert.NotNull(rejection.Row);
        Assert.Matches(@"^\S.*\.$", rejection.Reason);
        if (rejection is { Column: { } column, Value: { Length: > 0 } value })
        {
            Assert.Contains(column, s_columns);
            Assert.Contains(value, rejection.Row!);
        }
    }

    private static Dictionary<string, string> Row(params (string Column, string Value)[] cells) =>
        cells.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal);

    private async Task InFolder(Func<string, Company, Task> act)
    {
        var folder = Directory.CreateTempSubdirectory("salesreports-bad-").FullName;
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
