using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>The made-up companies show what there is to see, and the laws of every report hold in what is expected of it.</summary>
public sealed class RandomCompanyTests
{
    private const decimal Tolerance = 1e-9m;

    /// <summary>The companies are those of the seeds 1 to 300, or to the environment variable RANDOM_COMPANIES.</summary>
    internal static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("RANDOM_COMPANIES"), CultureInfo.InvariantCulture, out var more) ? more : 300;

    [Fact]
    public async Task Every_field_of_every_section_agrees_in_random_companies()
    {
        var differences = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(1, Count), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (seed, cancellation) =>
        {
            var company = new RandomCompany(seed);
            var (product, world) = (await PureSections.ReadAsync(company.Facts, company.Settings, cancellation), PlainReading.Read(company.Facts, company.Settings));
            foreach (var (scope, periods) in new[] { ("company", company.Periods(1, 1)), (company.Scope, company.Periods(0, 1)) })
            {
                var oracle = new PlainSections(world.Cut(scope));
                foreach (var period in periods)
                {
                    var (expected, sections) = (oracle.Of(PlainPeriod.Parse(period)), product.Of(period, scope));
                    SectionDifferences.Of(expected, sections, Tolerance, $"seed {seed} {scope} {period}").Concat(ReportLaws.Broken(sections, $"seed {seed} {scope} {period}"))
                        .ToList().ForEach(differences.Enqueue);
                }
            }
        });
        Assert.True(differences.IsEmpty, string.Join('\n', differences.GroupBy(difference => string.Join(' ', difference.Split(' ').Take(2)), StringComparer.Ordinal).Select(seed => seed.First()).Take(60)));
    }

    [Fact]
    public void Bridges_and_movements_close_and_nothing_undefined_is_a_number_in_what_is_expected()
    {
        var broken = Expected(60).SelectMany(report => ReportLaws.Broken(report.Sections, $"seed {report.Seed} {report.Period}")).Take(40).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void What_a_month_ends_with_the_next_begins_with()
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var company = new RandomCompany(seed);
            var book = new PlainBook(PlainReading.Read(company.Facts, company.Settings));
            foreach (var month in company.Periods(0, 3).Select(PlainPeriod.Parse))
            {
                var (closing, opening) = (PlainMovement.Of(book, month)["closing"], PlainMovement.Of(book, month.Before(-1))["opening"]);
                Assert.Equal(closing!.GetValue<decimal>(), opening!.GetValue<decimal>());
            }
        }
    }

    [Fact]
    public void The_companies_show_every_field_of_every_section_filled()
    {
        var (filled, named) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var report in Expected(120))
        {
            Collect(report.Sections, PlainPeriod.Parse(report.Period).IsWeek ? "weekly" : "monthly", filled, named);
        }

        // A row that is null somewhere is seen by its fields elsewhere.
        Assert.Empty(named.Except(filled).Where(path => !filled.Any(field => field.StartsWith(path + ".", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "bridge": { "from": 10, "volume": 1, "mix": 1, "price": 1, "new": 1, "lost": -1, "other": 0, "to": 13 } }""", 0)]
    [InlineData("""{ "bridge": { "from": 10, "volume": 1, "mix": 1, "price": 1, "new": 1, "lost": -1, "other": 0, "to": 13.01 } }""", 1)]
    [InlineData("""{ "bridge": { "from": 10, "volume": 1, "mix": 1, "price": 1, "cost": -1, "new": 1, "lost": -1, "other": 0, "to": 13 } }""", 1)]
    [InlineData("""{ "movement": { "opening": 5, "created": 4, "changed": 1, "won": 2, "lost": 1, "reopened": 1, "removed": 3, "closing": 5 } }""", 0)]
    [InlineData("""{ "movement": { "opening": 5, "created": 4, "changed": 1, "won": 2, "lost": 1, "reopened": 1, "removed": 3, "closing": 6 } }""", 1)]
    [InlineData("""{ "x": { "status": "undefined", "value": 0, "reason": "no order" } }""", 1)]
    [InlineData("""{ "x": { "status": "undefined", "value": null, "reason": "" } }""", 1)]
    [InlineData("""{ "x": { "status": "undefined", "value": null, "reason": "no order" } }""", 0)]
    [InlineData("""{ "x": { "status": "ok", "value": null } }""", 1)]
    [InlineData("""{ "x": { "value": 0, "denominator": 0 } }""", 1)]
    [InlineData("""{ "x": "NaN" }""", 1)]
    [InlineData("""{ "x": ["Infinity", 1e300] }""", 2)]
    public void A_broken_law_is_told(string report, int broken) => Assert.Equal(broken, ReportLaws.Broken(JsonNode.Parse(report)).Count);

    private static IEnumerable<(int Seed, string Period, JsonObject Sections)> Expected(int count) =>
        Enumerable.Range(1, count).AsParallel().WithDegreeOfParallelism(2).SelectMany(seed =>
        {
            var company = new RandomCompany(seed);
            var sections = new PlainSections(PlainReading.Read(company.Facts, company.Settings));
            return company.Periods(1, 2).Select(period => (seed, period, sections.Of(PlainPeriod.Parse(period))));
        });

    /// <summary>The fields by path, rows and ids left out, and those of them that have a value other than zero somewhere.</summary>
    private static void Collect(JsonNode? node, string path, HashSet<string> filled, HashSet<string> named)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    Collect(value, fields.Count > 0 && IsMap(path) ? $"{path}.*" : $"{path}.{name}", filled, named);
                }

                break;
            case JsonArray rows:
                foreach (var row in rows)
                {
                    Collect(row, $"{path}[]", filled, named);
                }

                break;
            default:
                named.Add(path);
                if (node is not null && node.ToJsonString() is not ("0" or "false" or "\"\""))
                {
                    filled.Add(path);
                }

                break;
        }
    }

    private static bool IsMap(string path) =>
        new[] { "byRep", "byCustomer", "byProduct", "businessHours", "newCustomerSources", "disqualified" }.Any(map => path.EndsWith(map, StringComparison.Ordinal));
}
