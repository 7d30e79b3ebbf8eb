using System.Globalization;
using System.Text.Json;
using SalesReports.Rollups.Sales;

namespace SalesReports.Rollups.Details;

/// <summary>
/// Sales of one or many days as compact JSON: every text once in <c>texts</c>, then a row a group: customer, rep, channel, lead source, currency (all as places in <c>texts</c>), orders, positive nets, lines. A line: sku,
/// category, in bridge, lines, quantity, net, absolute net (null: the same as net), cost, list.
/// </summary>
internal static class SalesText
{
    /// <summary>Equal sales give equal bytes.</summary>
    public static byte[] Write(IReadOnlyList<DaySales> days)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            var texts = Texts(days);
            writer.WriteStartObject();
            writer.WriteStartArray("texts");
            foreach (var text in texts.OrderBy(entry => entry.Value))
            {
                writer.WriteStringValue(text.Key);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("days");
            foreach (var day in days)
            {
                writer.WriteStartArray(day.Day.ToString("O", CultureInfo.InvariantCulture));
                foreach (var group in day.Groups)
                {
                    Write(writer, group, texts);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <exception cref="JsonException">The bytes were not written by this class.</exception>
    public static IReadOnlyList<DaySales> Read(ReadOnlySpan<byte> json) => new SalesTextReader(json).Days();

    private static Dictionary<string, int> Texts(IEnumerable<DaySales> days)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in days.SelectMany(day => day.Groups))
        {
            Add(group.CustomerId);
            Add(group.RepId);
            Add(group.Channel?.ToString());
            Add(group.LeadSource);
            Add(group.Currency?.Code);
            foreach (var line in group.Lines)
            {
                Add(line.Sku);
                Add(line.Category);
            }
        }

        return texts;

        void Add(string? text)
        {
            if (text is not null)
            {
                texts.TryAdd(text, texts.Count);
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, SaleGroup group, Dictionary<string, int> texts)
    {
        writer.WriteStartArray();
        foreach (var text in new[] { group.CustomerId, group.RepId, group.Channel?.ToString(), group.LeadSource, group.Currency?.Code })
        {
            Write(writer, text is null ? null : texts[text]);
        }

        writer.WriteNumberValue(group.Orders);
        writer.WriteStartArray();
        foreach (var net in group.PositiveNets)
        {
            writer.WriteNumberValue(net);
        }

        writer.WriteEndArray();
        writer.WriteStartArray();
        foreach (var line in group.Lines)
        {
            Write(writer, line, texts);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, LineGroup line, Dictionary<string, int> texts)
    {
        writer.WriteStartArray();
        Write(writer, line.Sku is null ? null : texts[line.Sku]);
        Write(writer, line.Category is null ? null : texts[line.Category]);
        writer.WriteNumberValue(line.InBridge ? 1 : 0);
        writer.WriteNumberValue(line.Lines);
        writer.WriteNumberValue(line.Quantity);
        writer.WriteNumberValue(line.Net);
        Write(writer, line.AbsoluteNet == line.Net ? null : line.AbsoluteNet);
        Write(writer, line.Cost);
        Write(writer, line.List);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, decimal? number)
    {
        if (number is { } known)
        {
            writer.WriteNumberValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
