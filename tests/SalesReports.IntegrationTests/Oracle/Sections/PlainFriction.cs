using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Oracle.Sections;

/// <summary>How long customers wait for a price, and what is keyed by hand. Source: metrics.md, friction.</summary>
internal static class PlainFriction
{
    public static JsonObject Of(PlainBook book, PlainPeriod month)
    {
        var known = book.Orders(month.Start, month.End).Where(sale => sale.Channel is not null).ToList();
        return new()
        {
            ["quotes"] = Quotes(book, month),
            ["shareKeyedByHand"] = ((decimal)known.Count(sale => sale.Channel == "manual")).Over(known.Count),
        };
    }

    /// <summary>Of the quotes requested in the month; what comes after its end has not come yet, and an answer before its question waited no time.</summary>
    private static JsonObject Quotes(PlainBook book, PlainPeriod month)
    {
        var end = month.End.ToDateTime(TimeOnly.MinValue);
        var quotes = book.World.Quotes.Where(quote => quote.Day >= month.Start && quote.Day < month.End).ToList();
        var answered = quotes.FindAll(quote => quote.AnsweredAt < end);
        var hours = answered.Select(quote => (quote.Id, Hours: PlainCalendar.Waited(quote.RequestedAt, quote.AnsweredAt!.Value)))
            .Where(own => own.Hours is not null).ToDictionary(own => own.Id, own => own.Hours!.Value, StringComparer.Ordinal);
        var open = quotes.Except(answered).Select(quote => PlainCalendar.BusinessHours(quote.RequestedAt, end)).ToList();
        var accepted = quotes.Count(quote => quote.AcceptedAt < end);
        return new()
        {
            ["requested"] = quotes.Count,
            ["answered"] = answered.Count,
            ["businessHours"] = new JsonObject(hours.Select(own => KeyValuePair.Create(own.Key, (JsonNode?)own.Value))),
            ["medianHours"] = hours.Values.Median(),
            ["percentile90Hours"] = PlainNumbers.At(hours.Values, 0.9m),
            ["unanswered"] = open.Count,
            ["oldestUnansweredHours"] = open.Count == 0 ? null : open.Max(),
            ["accepted"] = accepted,
            ["acceptance"] = ((decimal)accepted).Over(quotes.Count),
        };
    }
}
