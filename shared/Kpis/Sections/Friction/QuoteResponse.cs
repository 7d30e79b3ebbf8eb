using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Friction;

/// <summary>
/// How fast the quotes requested in the period got a priced answer, in business hours. What happens after the period's end has
/// not happened in it. Source: metrics.md, 12 and settled readings.
/// </summary>
/// <param name="BusinessHours">Hours from request to first answer of each answered quote, by its id.</param>
/// <param name="AnsweredBeforeAsked">Answered ones whose answer is dated before the request: no hours.</param>
/// <param name="OldestUnansweredHours">Business hours up to the period's end; null when all are answered.</param>
/// <param name="Acceptance">Accepted by the period's end ÷ requested.</param>
/// <param name="AcceptanceInterval">95 % of it.</param>
/// <param name="SmallSample">Fewer answered quotes than <c>MinimumSample</c>.</param>
public sealed record QuoteResponse(
    int Requested,
    int Answered,
    IReadOnlyDictionary<string, decimal> BusinessHours,
    int AnsweredBeforeAsked,
    decimal? MedianHours,
    decimal? Percentile90Hours,
    int Unanswered,
    decimal? OldestUnansweredHours,
    int Accepted,
    decimal Acceptance,
    Interval? AcceptanceInterval,
    bool SmallSample)
{
    public static SectionResult<QuoteResponse> Of(SectionInputs inputs)
    {
        var requested = inputs.Quotes.Where(quote => !quote.Deleted && inputs.Period.Contains(quote.RequestedAt.Day)).ToList();
        return requested.Count == 0 ? SectionResult.Undefined<QuoteResponse>(DealReasons.NoQuotes) : SectionResult.Of(Of(requested, inputs));
    }

    private static QuoteResponse Of(List<Quote> requested, SectionInputs inputs)
    {
        var end = inputs.Period.End;
        var clock = new ResponseClock(inputs);
        var answered = requested.Where(quote => quote.FirstAnsweredAt?.Day < end).ToList();
        var hours = answered.Select(quote => (quote.Id, Hours: clock.Hours(quote.RequestedAt, quote.FirstAnsweredAt!.Value)))
            .Where(entry => entry.Hours is not null).OrderBy(entry => entry.Id, StringComparer.Ordinal).ToDictionary(entry => entry.Id, entry => entry.Hours!.Value, StringComparer.Ordinal);
        var sorted = hours.Values.Order().ToList();
        var waiting = requested.Except(answered).Select(quote => clock.Hours(quote.RequestedAt, Moment.On(end))).ToList();
        var accepted = requested.Count(quote => quote.AcceptedAt?.Day < end);
        return new QuoteResponse(
            requested.Count, answered.Count, hours, answered.Count - hours.Count, Statistics.Median(sorted), Statistics.Percentile(sorted, 0.9m),
            waiting.Count, waiting.Max(), accepted, (decimal)accepted / requested.Count, Statistics.Wilson(accepted, requested.Count),
            hours.Count < inputs.Settings.MinimumSample);
    }
}
