using System.Globalization;
using System.Text.Json;
using SalesReports.Facts;
using SalesReports.Measures;
using SalesReports.Rollups.Sales;

namespace SalesReports.Rollups.Details;

/// <summary>Reads what <see cref="SalesText"/> wrote, in one pass: a text that many rows share is one object in memory.</summary>
internal ref struct SalesTextReader(ReadOnlySpan<byte> json)
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<int, Currency> _currencies = [];
    private readonly Dictionary<int, SalesChannel> _channels = [];
    private Utf8JsonReader _json = new(json);

    public IReadOnlyList<DaySales> Days()
    {
        Expect(JsonTokenType.StartObject);
        Expect(JsonTokenType.PropertyName);
        Expect(JsonTokenType.StartArray);
        while (Next() == JsonTokenType.String)
        {
            _texts.Add(_json.GetString()!);
        }

        Expect(JsonTokenType.PropertyName);
        Expect(JsonTokenType.StartObject);
        var days = new List<DaySales>();
        while (Next() == JsonTokenType.PropertyName)
        {
            var day = DateOnly.ParseExact(_json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Expect(JsonTokenType.StartArray);
            var groups = new List<SaleGroup>();
            while (Next() == JsonTokenType.StartArray)
            {
                groups.Add(Group());
            }

            days.Add(new DaySales(day, groups));
        }

        return days;
    }

    private SaleGroup Group()
    {
        var (customer, rep) = (Text()!, Text());
        var (channel, source, currency) = (Channel(), Text(), CurrencyOrNull());
        var orders = Whole();
        Expect(JsonTokenType.StartArray);
        var nets = new List<decimal>();
        while (Next() == JsonTokenType.Number)
        {
            nets.Add(_json.GetDecimal());
        }

        Expect(JsonTokenType.StartArray);
        var lines = new List<LineGroup>();
        while (Next() == JsonTokenType.StartArray)
        {
            lines.Add(Line());
        }

        Expect(JsonTokenType.EndArray);
        return new SaleGroup(customer, rep, channel, source, currency, orders, nets, lines);
    }

    private LineGroup Line()
    {
        var (sku, category, inBridge, lines, quantity) = (Text(), Text(), Whole() == 1, Whole(), Number() ?? 0);
        var net = Number() ?? 0;
        var line = new LineGroup(sku, category, inBridge, lines, quantity, net, Number() ?? net, Number(), Number());
        Expect(JsonTokenType.EndArray);
        return line;
    }

    private string? Text() => Next() == JsonTokenType.Null ? null : _texts[_json.GetInt32()];

    private int Whole()
    {
        Expect(JsonTokenType.Number);
        return _json.GetInt32();
    }

    private decimal? Number() => Next() == JsonTokenType.Null ? null : _json.GetDecimal();

    private SalesChannel? Channel()
    {
        if (Next() == JsonTokenType.Null)
        {
            return null;
        }

        var place = _json.GetInt32();
        return _channels.TryGetValue(place, out var channel) ? channel : _channels[place] = Enum.Parse<SalesChannel>(_texts[place]);
    }

    private Currency? CurrencyOrNull()
    {
        if (Next() == JsonTokenType.Null)
        {
            return null;
        }

        var place = _json.GetInt32();
        return _currencies.TryGetValue(place, out var currency) ? currency : _currencies[place] = Currency.Parse(_texts[place]);
    }

    private JsonTokenType Next() => _json.Read() ? _json.TokenType : throw new JsonException("The sales end too early.");

    private void Expect(JsonTokenType token)
    {
        if (Next() != token)
        {
            throw new JsonException($"The sales hold {_json.TokenType} where {token} belongs.");
        }
    }
}
