using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Measures;

namespace SalesReports.Tests;

/// <summary>
/// Any number of orders with three lines each, in the order of their days as a shop exports them; the same numbers always give
/// the same orders. What tests of cost and benchmarks write.
/// </summary>
internal sealed record MadeOrders(int Count, int Days, DateOnly First)
{
    public const int LinesEach = 3;
    private const int Skus = 400;
    private static readonly SalesChannel[] Channels = [SalesChannel.Rep, SalesChannel.SelfService, SalesChannel.Edi, SalesChannel.Marketplace];
    private static readonly string[] Categories = ["Fasteners", "Tools", "Safety", "Electrics", "Hydraulics", "Packaging", "Storage", "Cleaning"];
    private static readonly string[] LeadSources = ["Fair", "Referral", "Search", "Partner"];

    /// <summary>About as many customers as orders in a month.</summary>
    public int Customers => Math.Max(1, Count / 36);

    public IEnumerable<Order> All => Enumerable.Range(0, Count).Select(At);

    /// <summary>Every twentieth order, a line of it changed: five percent.</summary>
    public IEnumerable<Order> Changed => Enumerable.Range(0, Count).Where(IsChanged).Select(i => Change(At(i)));

    public IEnumerable<Order> AllWithChanged => Enumerable.Range(0, Count).Select(i => IsChanged(i) ? Change(At(i)) : At(i));

    public Order At(int number)
    {
        var mixed = Mix(number);
        return new Order
        {
            Source = "made",
            Id = string.Create(CultureInfo.InvariantCulture, $"SO-{number:D8}"),
            OrderedAt = Moment.On(First.AddDays((int)((long)number * Days / Count))),
            CustomerId = string.Create(CultureInfo.InvariantCulture, $"C-{mixed % (uint)Customers:D6}"),
            Status = mixed % 50 == 0 ? OrderStatus.Return : OrderStatus.Booked,
            RepId = string.Create(CultureInfo.InvariantCulture, $"R-{mixed / 7 % 40:D2}"),
            Channel = Channels[mixed / 11 % 4],
            Currency = mixed % 10 == 0 ? Currency.Parse("USD") : Currency.Eur,
            LeadSource = LeadSources[mixed / 13 % 4],
            Lines = [.. Enumerable.Range(1, LinesEach).Select(line => LineAt(number, line))],
        };
    }

    private static OrderLine LineAt(int number, int line)
    {
        var mixed = Mix((number * LinesEach) + line + 1_000_000_007);
        var sku = mixed % Skus;
        var (quantity, price) = ((mixed / 17 % 20) + 1, 2m + (sku * 0.37m));
        return new OrderLine
        {
            Number = line,
            Sku = string.Create(CultureInfo.InvariantCulture, $"SKU-{sku:D4}"),
            Product = string.Create(CultureInfo.InvariantCulture, $"Article {sku}, box of {(sku % 5) + 1}"),
            Category = Categories[sku % (uint)Categories.Length],
            Quantity = quantity,
            ListUnitPrice = price,
            Net = decimal.Round(price * quantity * (1 - (mixed / 19 % 15 / 100m)), 2),
            UnitCost = sku % 4 == 0 ? null : decimal.Round(price * 0.6m, 4),
        };
    }

    public static bool IsChanged(int number) => number % 20 == 7;

    private static Order Change(Order order) => order with { Lines = [order.Lines[0] with { Net = order.Lines[0].Net + 1 }, .. order.Lines.Skip(1)] };

    /// <summary>The finaliser of MurmurHash3: neighbours become unlike.</summary>
    private static uint Mix(int number)
    {
        var mixed = unchecked((uint)number);
        mixed = unchecked((mixed ^ (mixed >> 16)) * 0x85EBCA6B);
        mixed = unchecked((mixed ^ (mixed >> 13)) * 0xC2B2AE35);
        return mixed ^ (mixed >> 16);
    }
}
