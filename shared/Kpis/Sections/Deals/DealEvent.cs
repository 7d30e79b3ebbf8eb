using SalesReports.Calendar;
using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>Something that happened to a deal.</summary>
/// <param name="Amount">Of <see cref="DealEventKind.Amount"/>: the amount from then on in the reporting currency; null: no longer known.</param>
/// <param name="Outcome">Of <see cref="DealEventKind.Outcome"/>: what it became.</param>
public sealed record DealEvent(Moment At, DealEventKind Kind, decimal? Amount = null, Outcome Outcome = Outcome.Open);

/// <summary>In the order in which they count when nothing tells which came first.</summary>
public enum DealEventKind
{
    Created,
    Amount,
    Outcome,
    Removed,
}
