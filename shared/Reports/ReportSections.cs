using System.Text.Json.Serialization;
using SalesReports.Calendar;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Bridges;
using SalesReports.Kpis.Sections.Company;
using SalesReports.Kpis.Sections.CrossSell;
using SalesReports.Kpis.Sections.Customers;
using SalesReports.Kpis.Sections.DataQuality;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Definitions;
using SalesReports.Kpis.Sections.Digital;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Kpis.Sections.Friction;
using SalesReports.Kpis.Sections.Funnel;
using SalesReports.Kpis.Sections.MarginAlarm;
using SalesReports.Kpis.Sections.Marketing;
using SalesReports.Kpis.Sections.People;
using SalesReports.Kpis.Sections.Qualification;
using SalesReports.Kpis.Sections.Teams;

namespace SalesReports.Reports;

/// <summary>
/// The detail behind the seven metrics. A weekly report has <c>bridge</c>, <c>funnel</c> and <c>teams</c>; a monthly one has the
/// others too, and <c>bridges</c> in the place of <c>bridge</c>. Sections of the other kind are left out. Source: http-api.md, report JSON.
/// </summary>
public sealed record ReportSections
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<Bridge>? Bridge { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<BridgesSection>? Bridges { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<MarginAlarmSection>? MarginAlarm { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<CompanySection>? Company { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<TeamsSection>? Teams { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<PeopleSection>? People { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<FunnelSection>? Funnel { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<QualificationSection>? Qualification { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<MarketingSection>? Marketing { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<CustomersSection>? Customers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<DigitalSection>? Digital { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<FrictionSection>? Friction { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<CrossSellSection>? CrossSell { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SectionResult<ForecastSection>? Forecast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DataQualitySection? DataQuality { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Definition>? Definitions { get; init; }

    public static ReportSections Of(SectionInputs inputs)
    {
        var deals = DealBook.Of(inputs);
        var both = new ReportSections { Teams = TeamsSection.Of(inputs, new TeamPipelines(inputs, deals).Of), Funnel = FunnelSection.Of(inputs, deals) };
        return inputs.Period.Kind == PeriodKind.Weekly
            ? both with { Bridge = BridgesSection.OfWeek(inputs) }
            : both with
            {
                Bridges = BridgesSection.Of(inputs),
                MarginAlarm = MarginAlarmSection.Of(inputs),
                Company = CompanySection.Of(inputs),
                People = PeopleSection.Of(inputs),
                Qualification = QualificationSection.Of(inputs, deals),
                Marketing = MarketingSection.Of(inputs, deals),
                Customers = CustomersSection.Of(inputs),
                Digital = DigitalSection.Of(inputs),
                Friction = FrictionSection.Of(inputs),
                CrossSell = CrossSellSection.Of(inputs),
                Forecast = ForecastSection.Of(inputs, deals),
                DataQuality = DataQualitySection.Of(inputs),
                Definitions = DefinitionList.All,
            };
    }
}
