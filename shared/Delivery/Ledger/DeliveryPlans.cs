using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Delivery;

/// <summary>Plans lie beside the deliveries they ask for: row <c>p~{kind}</c> of the period's partition. Added once and never changed but for being queued.</summary>
public sealed class DeliveryPlans(Tables tables)
{
    private const string ActivationPartition = "activation";

    public async Task<DeliveryPlan?> FindAsync(string kind, string period, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(DeliveryRow.Partition(period), Key(kind), cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <returns>The plan that holds: this one, or the one that another worker was first with.</returns>
    public async Task<DeliveryPlan> AddAsync(DeliveryPlan plan, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        try
        {
            await table.AddEntityAsync(Write(plan), cancellationToken);
            return plan;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status == 409)
        {
            return await FindAsync(plan.Kind, plan.Period, cancellationToken) ?? throw new InvalidOperationException($"The plan of {plan.Period} was there and is gone.", lostRace);
        }
    }

    public async Task MarkQueuedAsync(DeliveryPlan plan, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        await table.UpsertEntityAsync(Write(plan with { IsQueued = true }), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Since when this installation sends: the instant of the first call, whoever made it.</summary>
    public async Task<DateTimeOffset> ActiveSinceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var table = await OpenAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(ActivationPartition, ActivationPartition, cancellationToken: cancellationToken);
        if (found.HasValue)
        {
            return found.Value!.GetDateTimeOffset("at") ?? now;
        }

        try
        {
            await table.AddEntityAsync(new TableEntity(ActivationPartition, ActivationPartition) { ["at"] = now }, cancellationToken);
            return now;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status == 409)
        {
            return await ActiveSinceAsync(now, cancellationToken);
        }
    }

    private static TableEntity Write(DeliveryPlan plan)
    {
        var row = new TableEntity(DeliveryRow.Partition(plan.Period), Key(plan.Kind))
        {
            ["kind"] = plan.Kind,
            ["period"] = plan.Period,
            ["madeAt"] = plan.MadeAt,
            ["isQueued"] = plan.IsQueued,
        };
        FactRow.SetText(row, "deliveries", JsonSerializer.Serialize(plan.Deliveries, JsonSerializerOptions.Web));
        return row;
    }

    private static DeliveryPlan Read(TableEntity row) => new(
        row.GetString("kind"),
        row.GetString("period"),
        row.GetDateTimeOffset("madeAt") ?? default,
        JsonSerializer.Deserialize<IReadOnlyList<PlannedDelivery>>(FactRow.TextOf(row, "deliveries"), JsonSerializerOptions.Web) ?? [],
        row.GetBoolean("isQueued") ?? false);

    private static string Key(string kind) => $"p~{kind}";

    private Task<TableClient> OpenAsync(CancellationToken cancellationToken) => tables.OpenAsync(DeliveryLedger.Name, cancellationToken);
}
