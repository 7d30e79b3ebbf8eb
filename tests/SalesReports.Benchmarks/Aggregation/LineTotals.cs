using SalesReports.Rollups.Sales;

namespace SalesReports.Benchmarks.Aggregation;

/// <summary>Sums over all groups, so that no group can be forgotten. May be added to by several threads.</summary>
internal sealed class LineTotals
{
    private readonly Lock _one = new();

    public long Groups { get; set; }

    public long Lines { get; set; }

    public decimal Quantity { get; set; }

    public decimal Net { get; set; }

    public decimal AbsoluteNet { get; set; }

    public decimal Cost { get; set; }

    public decimal List { get; set; }

    public void Add(DaySales day)
    {
        var (groups, lines, quantity, net, absolute, cost, list) = (0L, 0L, 0m, 0m, 0m, 0m, 0m);
        foreach (var line in day.Groups.SelectMany(group => group.Lines))
        {
            groups++;
            lines += line.Lines;
            quantity += line.Quantity;
            net += line.Net;
            absolute += line.AbsoluteNet;
            cost += line.Cost ?? 0;
            list += line.List ?? 0;
        }

        lock (_one)
        {
            (Groups, Lines, Quantity, Net) = (Groups + groups, Lines + lines, Quantity + quantity, Net + net);
            (AbsoluteNet, Cost, List) = (AbsoluteNet + absolute, Cost + cost, List + list);
        }
    }

    public bool SameAs(LineTotals other) =>
        (Groups, Lines, Quantity, Net, AbsoluteNet, Cost, List) == (other.Groups, other.Lines, other.Quantity, other.Net, other.AbsoluteNet, other.Cost, other.List);

    public override string ToString() =>
        FormattableString.Invariant($"{Groups:N0} groups, {Lines:N0} lines, quantity {Quantity:N2}, net {Net:N2}, |net| {AbsoluteNet:N2}, cost {Cost:N6}, list {List:N4}");
}
