namespace SalesReports.Measures.Wording;

/// <summary>Thousands, millions and more, and where each begins.</summary>
internal sealed record MoneyScale(decimal Size)
{
    /// <summary>Amounts are short from here on; smaller ones keep their cents.</summary>
    private const decimal ShortFrom = 10_000;

    /// <summary>Chosen so that rounding never shows 1 000,0 k: 999 950 is already 1,00 M.</summary>
    public static MoneyScale For(decimal amount) => Math.Abs(amount) switch
    {
        >= 999_995_000_000 => new(1_000_000_000_000),
        >= 999_995_000 => new(1_000_000_000),
        >= 999_950 => new(1_000_000),
        >= ShortFrom => new(1_000),
        _ => new(1m),
    };

    public string Suffix(bool french) => Size switch
    {
        1_000_000_000_000 => french ? "Bn" : "tn",
        1_000_000_000 => french ? "Md" : "bn",
        1_000_000 => "M",
        1_000 => "k",
        _ => "",
    };
}
