using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>The sections of a report as JSON, by the names of http-api.md; the forecast, and of data quality what tells of the import and of identities, are not in it.</summary>
internal sealed class PlainSections(PlainWorld world)
{
    private readonly PlainBook _book = new(world);

    public JsonObject Of(PlainPeriod period) => period.IsWeek
        ? new()
        {
            ["bridge"] = PlainBridges.Revenue(_book, "previousPeriod", period.Before(1), period),
            ["funnel"] = PlainFunnel.Of(_book, period),
            ["teams"] = PlainTeams.Of(_book, period),
        }
        : new()
        {
            ["bridges"] = PlainBridges.Of(_book, period),
            ["marginAlarm"] = PlainMarginAlarm.Of(_book, period),
            ["company"] = PlainCompany.Of(_book, period),
            ["teams"] = PlainTeams.Of(_book, period),
            ["people"] = PlainPeople.Of(_book, period),
            ["funnel"] = PlainFunnel.Of(_book, period),
            ["qualification"] = PlainPhantoms.Of(_book, period),
            ["marketing"] = PlainMarketing.Of(_book, period),
            ["customers"] = PlainCustomers.Of(_book, period),
            ["digital"] = PlainDigital.Of(_book, period),
            ["friction"] = PlainFriction.Of(_book, period),
            ["crossSell"] = PlainCrossSell.Of(_book, period),
            ["dataQuality"] = PlainDataQuality.Of(_book, period),
        };
}
