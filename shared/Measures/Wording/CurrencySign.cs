namespace SalesReports.Measures.Wording;

/// <summary>The sign of a currency as the Unicode locale data writes it in French and in English; its three letters for all others.</summary>
internal static class CurrencySign
{
    private static readonly Dictionary<string, (string French, string English)> _signs = new(StringComparer.Ordinal)
    {
        ["EUR"] = ("€", "€"),
        ["USD"] = ("$US", "$"),
        ["GBP"] = ("£GB", "£"),
        ["CAD"] = ("$CA", "CA$"),
        ["AUD"] = ("$AU", "A$"),
        ["NZD"] = ("$NZ", "NZ$"),
        ["INR"] = ("₹", "₹"),
        ["BRL"] = ("R$", "R$"),
        ["ILS"] = ("₪", "₪"),
        ["JPY"] = ("JPY", "¥"),
        ["CNY"] = ("CNY", "CN¥"),
        ["KRW"] = ("₩", "₩"),
    };

    private static readonly HashSet<string> _withoutCents = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    public static string In(bool french, Currency currency) => _signs.TryGetValue(currency.Code, out var sign)
        ? french ? sign.French : sign.English
        : currency.Code;

    public static int Decimals(Currency currency) => _withoutCents.Contains(currency.Code) ? 0 : 2;
}
