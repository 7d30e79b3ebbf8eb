using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>
/// Forecasts as they were made: the table <c>forecasts</c>, a partition a scope, <c>{made at}~{month}</c>. A row is added once and
/// never changed, so that nobody corrects a forecast after the fact.
/// </summary>
public sealed class ForecastStore(Tables tables)
{
    private const string Name = "forecasts";

    /// <param name="before">Only forecasts made in periods whose name comes before this one, such as <c>2026-10</c>.</param>
    public async Task<IReadOnlyList<LockedForecast>> ReadAsync(string scope, string from, string before, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        var partition = FactKeys.Escape(scope);
        var forecasts = new List<LockedForecast>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}"), cancellationToken: cancellationToken))
        {
            forecasts.Add(new LockedForecast(row.GetString("month"), row.GetString("madeAt"), Number(row, "value")!.Value, Number(row, "low"), Number(row, "high")));
        }

        return forecasts;
    }

    /// <summary>Adds what is not there yet; what is there stays as it is.</summary>
    public async Task LockAsync(string scope, IEnumerable<LockedForecast> forecasts, CancellationToken cancellationToken)
    {
        var table = await tables.OpenAsync(Name, cancellationToken);
        foreach (var forecast in forecasts)
        {
            try
            {
                await table.AddEntityAsync(
                    new TableEntity(FactKeys.Escape(scope), $"{forecast.MadeAt}~{forecast.Month}")
                    {
                        ["scope"] = scope,
                        ["month"] = forecast.Month,
                        ["madeAt"] = forecast.MadeAt,
                        ["value"] = Text(forecast.Value),
                        ["low"] = Text(forecast.Low),
                        ["high"] = Text(forecast.High),
                    },
                    cancellationToken);
            }
            catch (RequestFailedException locked) when (locked.Status == 409)
            {
                // Made before, by this build or an earlier one.
            }
        }
    }

    private static decimal? Number(TableEntity row, string column) => row.GetString(column) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A forecast of one month as it stands in storage.</summary>
/// <param name="MadeAt">The report's month it was made in.</param>
public sealed record LockedForecast(string Month, string MadeAt, decimal Value, decimal? Low, decimal? High);
