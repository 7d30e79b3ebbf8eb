using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SalesReports.Facts;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Bridges;
using SalesReports.Kpis.Sections.Company;
using SalesReports.Kpis.Sections.CrossSell;
using SalesReports.Kpis.Sections.Customers;
using SalesReports.Kpis.Sections.Digital;
using SalesReports.Kpis.Sections.MarginAlarm;
using SalesReports.Kpis.Sections.People;
using SalesReports.Kpis.Sections.Teams;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Tests.Kpis.Sections;

/// <summary>What holds for every section that is made from sales, whatever was sold.</summary>
public sealed class EverySectionTests
{
    private static readonly MetricSettings WithBonus = new() { Bonus = new BonusSettings { Enabled = true } };

    [Fact]
    public void The_order_of_the_sales_never_matters() => AnySales.Orders.Sample(orders =>
        Assert.Empty(SectionJson.Differences(Written(orders), Written(orders.Reverse()), 1e-12m)), iter: 30);

    [Fact]
    public void What_was_written_reads_back_as_the_same() => AnySales.Orders.Sample(orders =>
    {
        var inputs = AnySales.World(orders, WithBonus).At(AnySales.Month);
        Assert.All(Sections(inputs), section =>
        {
            var text = SectionJson.Text(section);
            Assert.Equal(text, SectionJson.Text(JsonSerializer.Deserialize(text, section.GetType(), ReportJson.Options)));
        });
    }, iter: 30);

    [Fact]
    public void What_has_no_value_says_why_and_what_has_one_is_never_undefined() => AnySales.Orders.Sample(orders =>
        Assert.All(Sections(AnySales.World(orders, WithBonus).At(AnySales.Month)).SelectMany(section => Figures(SectionJson.Node(section))), figure =>
        {
            Assert.Equal(figure["value"] is null, figure["status"]!.GetValue<string>() == "undefined");
            Assert.Equal(figure["status"]!.GetValue<string>() == "ok", figure["reason"] is null);
            Assert.InRange(figure["coverage"]!.GetValue<decimal>(), 0, 1);
        }), iter: 30);

    [Fact]
    public void A_company_without_any_fact_gets_a_reason_for_each_section() =>
        Assert.All(Sections(new SectionWorld().At(AnySales.Month)), section => Assert.Equal("undefined", SectionJson.Node(section)!["status"]!.GetValue<string>()));

    private static JsonNode? Written(IEnumerable<Order> orders) => SectionJson.Node(Sections(AnySales.World(orders, WithBonus).At(AnySales.Month)).Select(SectionJson.Node));

    private static IReadOnlyList<object> Sections(SectionInputs inputs) =>
    [
        BridgesSection.Of(inputs), BridgesSection.OfWeek(inputs), MarginAlarmSection.Of(inputs), CompanySection.Of(inputs), TeamsSection.Of(inputs, _ => Silent), PeopleSection.Of(inputs),
        CustomersSection.Of(inputs), DigitalSection.Of(inputs), CrossSellSection.Of(inputs),
    ];

    private static TeamPipelineFigures Silent
    {
        get
        {
            var none = Figure.Undefined("ratio", Reason.NothingClosed, WithBonus);
            return new TeamPipelineFigures(none, none, none, none, none);
        }
    }

    private static IEnumerable<JsonObject> Figures(JsonNode? node) => node switch
    {
        JsonObject figure when figure.ContainsKey("coverage") => [figure],
        JsonObject other => other.SelectMany(field => Figures(field.Value)),
        JsonArray list => list.SelectMany(Figures),
        _ => [],
    };
}
