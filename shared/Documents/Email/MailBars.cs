using SalesReports.Documents.Charts;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Email;

/// <summary>Bars made of table cells, which every mail program draws: heights in whole pixels above and below a zero line.</summary>
public sealed record MailBars(IReadOnlyList<MailBar> Bars, int Above, int Below)
{
    private const float Height = 96;

    public static MailBars Of(RevenueHistory history)
    {
        var values = history.Values.Select(point => (double)(point.Value ?? 0)).ToList();
        var scale = new Scale(Math.Min(0, values.Min()), Math.Max(values.Max(), values.Min() < 0 ? 0 : 1), Height, 0);
        var zero = scale.At(0);
        IReadOnlyList<MailBar> bars = [.. history.Values.Select((point, i) => BarOf(point, i == history.Values.Count - 1))];
        return new MailBars(bars, bars.Max(bar => bar.Above), bars.Max(bar => bar.Below));

        MailBar BarOf(HistoryValue point, bool current)
        {
            var length = point.Value is { } value and not 0 ? Math.Max(1, (int)MathF.Round(MathF.Abs(scale.At((double)value) - zero))) : 0;
            return new MailBar(point.Label, point.Value > 0 ? length : 0, point.Value < 0 ? length : 0, current);
        }
    }
}

public sealed record MailBar(string Label, int Above, int Below, bool IsCurrent);
