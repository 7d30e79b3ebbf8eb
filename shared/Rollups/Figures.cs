namespace SalesReports.Rollups;

/// <summary>
/// Sums in the reporting currency over one day or any set of days. They add up in any order: a week is the sum of its days.
/// </summary>
public sealed record Figures
{
    public static Figures None { get; } = new();

    /// <summary>Booked orders and returns that could be converted.</summary>
    public int Orders { get; init; }

    /// <summary>Booked orders and returns left out for want of a rate.</summary>
    public int OrdersWithoutRate { get; init; }

    /// <summary>Σ net of the converted ones.</summary>
    public decimal Net { get; init; }

    /// <summary>Net of each converted booked order above zero, in no particular order.</summary>
    public IReadOnlyList<decimal> PositiveNets { get; init; } = [];

    public MarginFigures Margin { get; init; } = MarginFigures.None;

    public int Won { get; init; }

    public int Lost { get; init; }

    /// <summary>Whole days, in no particular order.</summary>
    public IReadOnlyList<int> CycleDays { get; init; } = [];

    public int WonWithoutCreation { get; init; }

    /// <summary>Spend facts that could be converted.</summary>
    public int SpendFacts { get; init; }

    public int SpendFactsWithoutRate { get; init; }

    public decimal Spend { get; init; }

    /// <summary>The sum of many; of none it is <see cref="None"/>.</summary>
    public static Figures Sum(IEnumerable<Figures> parts)
    {
        var all = parts as IReadOnlyCollection<Figures> ?? [.. parts];
        return new Figures
        {
            Orders = all.Sum(f => f.Orders),
            OrdersWithoutRate = all.Sum(f => f.OrdersWithoutRate),
            Net = all.Sum(f => f.Net),
            PositiveNets = [.. all.SelectMany(f => f.PositiveNets)],
            Margin = all.Aggregate(MarginFigures.None, (sum, f) => sum + f.Margin),
            Won = all.Sum(f => f.Won),
            Lost = all.Sum(f => f.Lost),
            CycleDays = [.. all.SelectMany(f => f.CycleDays)],
            WonWithoutCreation = all.Sum(f => f.WonWithoutCreation),
            SpendFacts = all.Sum(f => f.SpendFacts),
            SpendFactsWithoutRate = all.Sum(f => f.SpendFactsWithoutRate),
            Spend = all.Sum(f => f.Spend),
        };
    }
}

/// <summary>What a margin is made of.</summary>
/// <param name="Lines">All lines of booked orders and returns.</param>
/// <param name="AbsoluteNet">Σ |net| of the converted ones.</param>
/// <param name="KnownLines">Lines whose cost is known and converted.</param>
/// <param name="KnownNet">Their Σ net.</param>
/// <param name="KnownAbsoluteNet">Their Σ |net|.</param>
/// <param name="KnownCost">Their Σ cost.</param>
/// <param name="LinesWithoutRate">Lines whose net or cost could not be converted.</param>
public sealed record MarginFigures(int Lines, decimal AbsoluteNet, int KnownLines, decimal KnownNet, decimal KnownAbsoluteNet, decimal KnownCost, int LinesWithoutRate)
{
    public static MarginFigures None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    public static MarginFigures operator +(MarginFigures a, MarginFigures b) => new(
        a.Lines + b.Lines,
        a.AbsoluteNet + b.AbsoluteNet,
        a.KnownLines + b.KnownLines,
        a.KnownNet + b.KnownNet,
        a.KnownAbsoluteNet + b.KnownAbsoluteNet,
        a.KnownCost + b.KnownCost,
        a.LinesWithoutRate + b.LinesWithoutRate);
}
