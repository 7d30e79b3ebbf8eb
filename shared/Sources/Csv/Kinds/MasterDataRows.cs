using System.Globalization;
using SalesReports.Facts;

namespace SalesReports.Sources.Csv.Kinds;

/// <summary>Rows of master data as facts; null when the row is refused.</summary>
internal static class MasterDataRows
{
    private const int LongestMetric = 50;

    public static Customer? Customer(Cells row, string source)
    {
        var customer = new Customer
        {
            Source = source,
            Id = row.Need(row.Id("customer_id"), "customer_id"),
            Name = row.Need(row.Text("name"), "name"),
            Domain = row.Text("domain"),
            VatNumber = row.Text("vat_number"),
            ExternalId = row.Id("external_id"),
            Segment = row.Text("segment"),
            Territory = row.Text("territory"),
            Country = row.Text("country"),
            Postcode = row.Text("postcode"),
            OwnerId = row.Id("owner_id"),
        };
        return row.Refusal is null ? customer : null;
    }

    public static Rep? Rep(Cells row, string source)
    {
        var rep = new Rep
        {
            Source = source,
            Id = row.Need(row.Id("rep_id"), "rep_id"),
            Name = row.Need(row.Text("name"), "name"),
            Email = row.Text("email"),
            Team = row.Id("team"),
            Manager = row.Text("manager"),
        };
        return row.Refusal is null ? rep : null;
    }

    public static Product? Product(Cells row, string source)
    {
        var product = new Product
        {
            Source = source,
            Id = row.Need(row.Id("sku"), "sku"),
            Name = row.Text("name"),
            Category = row.Text("category"),
            ListPrice = row.Number("list_price"),
            UnitCost = row.Number("unit_cost"),
            Currency = row.Money("currency"),
        };
        return row.Refusal is null ? product : null;
    }

    public static Stage? Stage(Cells row, string source)
    {
        var pipeline = row.Need(row.Id("pipeline"), "pipeline");
        var name = row.Need(row.Id("stage"), "stage");
        var stage = new Stage
        {
            Source = source,
            Id = $"{pipeline}/{name}",
            Pipeline = pipeline,
            Name = name,
            Position = (int)row.Need(row.Count("position", 0, 1_000), "position"),
            Probability = row.Number("probability", 0, 1),
            RequiresQualification = row.Flag("requires_qualification"),
        };
        return row.Refusal is null ? stage : null;
    }

    public static Target? Target(Cells row, string source)
    {
        var period = row.Need(row.Id("period")?.ToUpperInvariant(), "period");
        var scope = row.Need(Scope(row.Id("scope")), "scope");
        var metric = row.Need(row.Id("metric")?.ToLowerInvariant(), "metric");
        if (!IsPeriod(period))
        {
            row.Refuse("period", "period is not known; write it like 2026-11, 2026-Q4 or 2026.");
        }

        if (scope != ScopeName.Company && !IsNamed(scope, ScopeName.TeamPrefix) && !IsNamed(scope, ScopeName.RepPrefix))
        {
            row.Refuse("scope", "scope is not known; company, team:T and rep:R are accepted.");
        }

        if (metric.Length > LongestMetric || !metric.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            row.Refuse("metric", "metric is not known; the id of a metric such as revenue or win_rate is accepted.");
        }

        var target = new Target
        {
            Source = source,
            Id = $"{period}/{scope}/{metric}",
            Period = period,
            Scope = scope,
            Metric = metric,
            Value = row.Need(row.Number("value"), "value"),
        };
        return row.Refusal is null ? target : null;
    }

    public static DailyRate? Rate(Cells row, string source)
    {
        var day = row.Need(row.Day("date"), "date");
        var currency = row.Need(row.Money("currency"), "currency");
        var rate = row.Need(row.Number("rate"), "rate");
        if (rate <= 0)
        {
            row.Refuse("rate", "rate must be above zero, in units of the currency per 1 EUR.");
        }

        return row.Refusal is not null ? null : new DailyRate
        {
            Source = source,
            Id = string.Create(CultureInfo.InvariantCulture, $"{currency}/{day:yyyy-MM-dd}"),
            Day = day,
            Currency = currency,
            PerEuro = rate,
        };
    }

    /// <summary>The words before the colon in lower case, the team's or rep's id as it is.</summary>
    private static string? Scope(string? text)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon < 0 ? text?.ToLowerInvariant() : $"{text![..colon].Trim().ToLowerInvariant()}:{text[(colon + 1)..].Trim()}";
    }

    private static bool IsPeriod(string text)
    {
        var year = text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1900 and <= 2100;
        return year && text[4..] switch
        {
            "" or "-Q1" or "-Q2" or "-Q3" or "-Q4" => true,
            ['-', '0', >= '1' and <= '9'] or ['-', '1', >= '0' and <= '2'] => true,
            _ => false,
        };
    }

    private static bool IsNamed(string scope, string prefix) => scope.StartsWith(prefix, StringComparison.Ordinal) && scope.Length > prefix.Length;
}
