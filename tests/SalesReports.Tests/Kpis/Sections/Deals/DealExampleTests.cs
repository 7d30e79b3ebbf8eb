using SalesReports.Kpis.Sections.Friction;
using SalesReports.Kpis.Sections.Funnel;
using SalesReports.Kpis.Sections.Marketing;
using SalesReports.Kpis.Sections.Movement;
using SalesReports.Kpis.Sections.Qualification;

namespace SalesReports.Tests.Kpis.Sections.Deals;

/// <summary>The worked examples about deals, quotes and lead sources, read from their files.</summary>
public sealed class DealExampleTests
{
    [Fact]
    public async Task Funnel_and_movement_come_out_as_computed_by_hand()
    {
        var example = await ExampleWorld.ReadAsync("12-funnel-and-pipeline");
        Assert.Equal(2, example.Asks.Count);
        foreach (var ask in example.Asks)
        {
            var inputs = example.Inputs(ask);
            var section = FunnelSection.Of(inputs, inputs.Book()).Section!;
            var movement = PipelineMovement.Of(inputs.Period, inputs.Book());
            Assert.Empty(example.Differences(ask.Sections["movement"], movement));
            if (ask.Sections["funnel"] is { } funnel)
            {
                Assert.Empty(example.Differences(funnel, section.Stages));
                Assert.Equal(ask.Sections["worst"]!.GetValue<string>(), section.Worst);
                Assert.Equal(1, section.Movement.LeftOut);
            }
        }
    }

    [Fact]
    public async Task Phantoms_are_those_found_by_hand()
    {
        var example = await ExampleWorld.ReadAsync("13-phantoms");
        var ask = Assert.Single(example.Asks);
        var inputs = example.Inputs(ask);

        Assert.Empty(example.Differences(ask.Sections, QualificationSection.Of(inputs, inputs.Book()).Section));
    }

    [Fact]
    public async Task Quote_responses_are_those_counted_by_hand()
    {
        var example = await ExampleWorld.ReadAsync("17-quote-response");
        var ask = Assert.Single(example.Asks);

        Assert.Empty(example.Differences(ask.Sections["quotes"], QuoteResponse.Of(example.Inputs(ask)).Section));
    }

    [Fact]
    public async Task Cohorts_and_sources_are_those_found_by_hand()
    {
        var example = await ExampleWorld.ReadAsync("18-sources-and-cohorts");
        var ask = Assert.Single(example.Asks);
        var inputs = example.Inputs(ask);

        Assert.Equal(3, ask.Sections.Count);
        Assert.Empty(example.Differences(ask.Sections, MarketingSection.Of(inputs, inputs.Book()).Section));
    }
}
