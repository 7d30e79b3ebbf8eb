using SalesReports.Facts;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Forecast;
using SalesReports.Kpis.Sections.Friction;
using SalesReports.Kpis.Sections.Funnel;
using SalesReports.Kpis.Sections.Marketing;
using SalesReports.Kpis.Sections.Qualification;
using SalesReports.Kpis.Sections.Teams;
using SalesReports.Sources.Csv;
using SalesReports.Tests.Sample;
using SalesReports.Tests.Sources.Csv;

namespace SalesReports.Tests.Kpis.Sections.Deals;

/// <summary>The sample company's deals, leads and quotes: every section is there and tells what the files hold.</summary>
public sealed class SampleCompanyDealTests(SampleFolder company) : IClassFixture<SampleFolder>
{
    [Fact]
    public async Task Every_section_is_there_and_hangs_together()
    {
        var facts = (await Pulled.FromAsync(new FolderFiles(company.Path), CsvOptions.Default)).Facts;
        var inputs = new SectionWorld(facts).At("2026-10");
        var deals = inputs.Book();
        var funnel = FunnelSection.Of(inputs, deals).Section!;
        var qualification = QualificationSection.Of(inputs, deals).Section!;
        var marketing = MarketingSection.Of(inputs, deals).Section!;
        var quotes = FrictionSection.Of(inputs).Section!.Quotes.Section!;
        var forecast = ForecastSection.Of(inputs, deals).Section!;
        var teams = new TeamPipelines(inputs, deals);
        TeamPipelineFigures[] rows = [.. inputs.Reps.Keys.Select(rep => $"rep:{rep}").Concat(["company", "team:Nord", "team:Sud"]).Select(teams.Of)];

        Closes(funnel);
        Assert.Equal(funnel.Movement.Closing, qualification.OpenAmount);
        Assert.NotNull(funnel.Worst);
        Assert.InRange(qualification.PhantomCount, 20, qualification.OpenCount);
        Assert.Equal(facts.OfType<Lead>().Count(lead => inputs.Period.Contains(lead.CreatedAt.Day)), marketing.Sources.Sum(source => source.Leads));
        Assert.Equal(facts.OfType<Quote>().Count(quote => inputs.Period.Contains(quote.RequestedAt.Day)), quotes.Requested);
        Assert.Equal(quotes.Requested, quotes.Answered + quotes.Unanswered);
        Assert.Equal(("holt_winters", 35), (forecast.Method, forecast.HistoryMonths));
        Assert.All(forecast.Months, month => Assert.True(month is { Value: > 0, Low: > 0, High: > 0, Pipeline: >= 0 } && month.PipelineWithoutPhantoms <= month.Pipeline));
        Assert.True(forecast.Months[0].PipelineWithoutPhantoms > 0);
        Assert.All(rows, row => Assert.All(new[] { row.WinRate, row.PipelineCoverage, row.QualifiedShare, row.PhantomShare, row.LeadFollowUpHours }, figure => Assert.NotEqual("undefined", figure.Status)));
        Assert.Equal(rows[^3].WinRate.Numerator, rows[^2].WinRate.Numerator + rows[^1].WinRate.Numerator);
    }

    [Fact]
    public async Task Weeks_close_too()
    {
        var facts = (await Pulled.FromAsync(new FolderFiles(company.Path), CsvOptions.Default)).Facts.Where(fact => fact is Opportunity or DailyRate or Stage).ToList();
        var world = new SectionWorld(facts);
        FunnelSection[] weeks = [.. new[] { "2026-W44", "2026-W45", "2026-W46", "2026-W47" }.Select(week => world.At(week)).Select(inputs => FunnelSection.Of(inputs, inputs.Book()).Section!)];

        Assert.All(weeks, Closes);
        Assert.All(weeks.Zip(weeks.Skip(1)), pair => Assert.Equal(pair.First.Movement.Closing, pair.Second.Movement.Opening));
        Assert.All(weeks, week => Assert.InRange(week.Stages.Sum(stage => stage.Exits), 20, 1000));
    }

    private static void Closes(FunnelSection section)
    {
        var moved = section.Movement;
        Assert.True(moved is { Opening: > 0, Created: > 0, Won: > 0, Lost: > 0, LeftOut: 0, WithoutRate: 0 }, moved.ToString());
        Assert.Equal(moved.Closing, moved.Opening + moved.Created + moved.Changed - moved.Won - moved.Lost + moved.Reopened - moved.Removed);
    }
}
