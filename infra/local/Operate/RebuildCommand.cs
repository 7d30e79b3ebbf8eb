using System.Globalization;
using SalesReports.Calendar;
using SalesReports.Jobs;
using SalesReports.Local.Options;
using SalesReports.Store;

namespace SalesReports.Local.Operate;

/// <summary>Rolls stored days up again now and tells whether any came out different.</summary>
internal static class RebuildCommand
{
    public static async Task<int> RunAsync(LocalOptions options, Surroundings around, Terminal terminal, CancellationToken cancellationToken)
    {
        using var installation = Installation.Open(options, around);
        var (from, to) = Range(options);
        var rebuild = installation.Services.GetRequiredService<Rebuild>();
        var outcome = await terminal.ShowAsync("rebuild", progress => rebuild.RunAsync(from, to, limit: null, progress, cancellationToken));
        terminal.Say(Tell(outcome.RolledUp));
        if (options.Everything)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"First orders: {outcome.FirstOrders:N0} customers put right."));
        }

        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{installation.Services.GetRequiredService<StorageRequests>().Total:N0} storage requests."));
        return 0;
    }

    private static (DateOnly From, DateOnly To) Range(LocalOptions options) => options switch
    {
        { Day: { } day } => (day, day),
        { Month: { } month } => (month.Start, month.LastDay),
        _ => (DateOnly.MinValue, DateOnly.MaxValue),
    };

    private static string Tell(RollUpOutcome outcome) => outcome switch
    {
        { DaysRebuilt: 0 } => "Nothing is stored there: no fact and no rollup.",
        { DaysChanged: 0 } => string.Create(CultureInfo.InvariantCulture, $"None of {outcome.DaysRebuilt:N0} days differed."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{outcome.DaysChanged:N0} of {outcome.DaysRebuilt:N0} days differed and were put right."),
    };
}
