using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Rollups;
using SalesReports.Rollups.Details;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>Are days, first orders and months what the facts make of them?</summary>
internal static class DerivedState
{
    private static readonly (DateOnly From, DateOnly End) s_all = (new DateOnly(2024, 1, 1), new DateOnly(2026, 10, 1));

    /// <summary>One sweep, after which nothing may wait and nothing may differ.</summary>
    public static async Task<IReadOnlyList<string>> SettleAsync(TestWorld world, CancellationToken cancellationToken)
    {
        await world.Get<RollUp>().SweepAsync(null, cancellationToken);
        return
        [
            .. (await world.Get<RollUp>().DirtyDaysAsync(cancellationToken)).Select(day => $"{day:O} still waits"),
            .. (await world.Get<CustomerChanges>().ReadAsync(cancellationToken)).Select(note => $"{note.RowKey} still waits"),
            .. (await world.Get<MonthMarkers>().ReadAsync(cancellationToken)).Select(marker => $"month {marker.Month:O} still waits"),
            .. await DaysAsync(world, cancellationToken),
            .. await FirstOrdersAsync(world, cancellationToken),
            .. await MonthsAsync(world, cancellationToken),
        ];
    }

    private static async Task<IEnumerable<string>> DaysAsync(TestWorld world, CancellationToken cancellationToken)
    {
        var builders = new Dictionary<DateOnly, DayRollupBuilder>();
        await foreach (var (day, fact) in world.Get<FactReader>().ReadDaysAsync(s_all.From, s_all.End, cancellationToken))
        {
            if (!builders.TryGetValue(day, out var builder))
            {
                builders[day] = builder = new DayRollupBuilder(day);
            }

            builder.Add(fact);
        }

        var stored = await world.Get<RollupStore>().InspectAsync(s_all.From, s_all.End, cancellationToken);
        return from day in builders.Keys.Union(stored.Keys).Order()
               let expected = builders.TryGetValue(day, out var builder) ? DayContent.Of(builder.Build()).Names : DayNames.None
               let found = stored.GetValueOrDefault(day)
               where expected != (found?.Names ?? DayNames.None) || found is { IsIntact: false }
               select $"day {day:O}";
    }

    private static async Task<IEnumerable<string>> FirstOrdersAsync(TestWorld world, CancellationToken cancellationToken)
    {
        var expected = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var day in await world.Get<RollupStore>().ReadAsync(s_all.From, s_all.End, cancellationToken))
        {
            foreach (var customer in day.Rollup.ActiveCustomers)
            {
                expected.TryAdd(customer, day.Rollup.Day);
            }
        }

        var found = (await world.Get<FirstOrderIndex>().ReadAsync(s_all.From, s_all.End, cancellationToken)).Select(first => (first.CustomerId, first.Day)).ToHashSet();
        found.SymmetricExceptWith(expected.Select(first => (first.Key, first.Value)));
        return found.Select(first => $"first order of {first.CustomerId} on {first.Day:O}");
    }

    private static async Task<IEnumerable<string>> MonthsAsync(TestWorld world, CancellationToken cancellationToken)
    {
        var sales = (await world.Get<DetailStore>().ReadAsync(DayDetail.Sales, s_all.From, s_all.End, cancellationToken)).Select(day => (day.Day, day.Name)).ToHashSet();
        sales.SymmetricExceptWith((await world.Get<MonthStore>().ReadSalesAsync(s_all.From, s_all.End, cancellationToken)).Select(day => (day.Day, day.Name)));
        var funnel = (await world.Get<DetailStore>().ReadFunnelAsync(s_all.From, s_all.End, cancellationToken)).Select(day => (day.Day, day.Name)).ToHashSet();
        funnel.SymmetricExceptWith((await world.Get<MonthStore>().ReadFunnelAsync(s_all.From, s_all.End, cancellationToken)).Select(day => (day.Day, day.Name)));
        return sales.Select(day => $"sales of {day.Day:O} in their month").Concat(funnel.Select(day => $"funnel of {day.Day:O} in its month"));
    }
}
