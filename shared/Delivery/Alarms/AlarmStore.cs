using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using SalesReports.Kpis.Alarms;
using SalesReports.Store;

namespace SalesReports.Delivery;

/// <summary>
/// What an alarm said: row <c>v~{scope}</c> beside the deliveries of its day, written once. A mail that is sent again, or late,
/// says the same.
/// </summary>
public sealed class AlarmStore(Tables tables)
{
    private const string Column = "alarm";

    /// <returns>The alarm that holds: this one, or the one that another worker was first with.</returns>
    public async Task<VolumeAlarm> AddAsync(VolumeAlarm alarm, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(DeliveryLedger.Name, cancellationToken);
        var row = new TableEntity(DeliveryRow.Partition(DeliveryId.NameOf(alarm.Day)), Key(alarm.Scope));
        FactRow.SetText(row, Column, JsonSerializer.Serialize(alarm, JsonSerializerOptions.Web));
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return alarm;
        }
        catch (RequestFailedException lostRace) when (lostRace.Status == 409)
        {
            return await FindAsync(DeliveryId.NameOf(alarm.Day), alarm.Scope, cancellationToken) ?? throw new InvalidOperationException($"The alarm of {alarm.Day:O} was there and is gone.", lostRace);
        }
    }

    /// <param name="day">As a delivery's period names it.</param>
    public async Task<VolumeAlarm?> FindAsync(string day, string scope, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(DeliveryLedger.Name, cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(DeliveryRow.Partition(day), Key(scope), cancellationToken: cancellationToken);
        return found.HasValue ? JsonSerializer.Deserialize<VolumeAlarm>(FactRow.TextOf(found.Value!, Column), JsonSerializerOptions.Web) : null;
    }

    private static string Key(string scope) => $"v~{FactKeys.Escape(scope)}";
}
