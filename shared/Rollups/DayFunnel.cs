using SalesReports.Facts;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>
/// What a day brought to the way from a lead to a deal, with every id and date that the facts carry: what the sections of a
/// report measure in durations and cohorts cannot be added up beforehand. Teams and merged customers are joined later.
/// </summary>
/// <param name="Deals">
/// Opportunities that came to rest on the day: closed ones, by the last day on which anything of them changed, and removed ones,
/// by the day of the removal. What is open now rests nowhere.
/// </param>
/// <param name="Leads">Created on the day.</param>
/// <param name="Quotes">Requested on the day.</param>
public sealed record DayFunnel(DateOnly Day, IReadOnlyList<StoredFact<Opportunity>> Deals, IReadOnlyList<StoredFact<Lead>> Leads, IReadOnlyList<StoredFact<Quote>> Quotes);
