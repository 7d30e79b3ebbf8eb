using System.Data.Common;
using System.Diagnostics;
using DuckDB.NET.Data;
using SalesReports.Facts;

namespace SalesReports.Benchmarks.Aggregation;

/// <summary>The lines of orders as a table of DuckDB in memory, grouped by all that a group of lines is told apart by.</summary>
internal sealed class DuckLines : IDisposable
{
    /// <summary>Signs as in metrics.md, rule 8.</summary>
    private const string Grouped = """
        select day, customer, rep, channel, source, currency, sku, category,
               not returned and quantity > 0 and net <> 0 as in_bridge, cost is not null as has_cost, list is not null as has_list,
               count(*) as lines,
               sum(case when returned then -abs(quantity) else quantity end) as quantity,
               sum(case when returned then -abs(net) else net end) as net,
               sum(abs(net)) as absolute,
               sum(cost * case when returned then -abs(quantity) else quantity end) as cost,
               sum(list * case when returned then -abs(quantity) else quantity end) as list
        from lines
        """;

    private const string Groups = "group by day, customer, rep, channel, source, currency, sku, category, in_bridge, has_cost, has_list";

    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public DuckLines(int threads)
    {
        _connection.Open();
        Execute($"set threads = {threads}");
        Execute("""
            create table lines (day date, customer varchar, rep varchar, channel varchar, source varchar, currency varchar, returned boolean,
              sku varchar, category varchar, quantity decimal(9, 2), net decimal(18, 4), cost decimal(9, 4), list decimal(9, 4))
            """);
    }

    public void Load(IEnumerable<Order> orders)
    {
        using var appender = _connection.CreateAppender("lines");
        foreach (var order in orders)
        {
            foreach (var line in order.Lines)
            {
                appender.CreateRow()
                    .AppendValue(order.OrderedAt.Day).AppendValue(order.CustomerId).AppendValue(order.RepId).AppendValue(order.Channel.ToString())
                    .AppendValue(order.LeadSource).AppendValue(order.Currency?.Code).AppendValue(order.Status == OrderStatus.Return)
                    .AppendValue(line.Sku).AppendValue(line.Category).AppendValue(line.Quantity).AppendValue(line.Net).AppendValue(line.UnitCost).AppendValue(line.ListUnitPrice)
                    .EndRow();
            }
        }
    }

    /// <summary>Groups everything; the sums over the groups stand for taking the result in.</summary>
    public (TimeSpan Time, LineTotals Totals) AddUp()
    {
        var watch = Stopwatch.StartNew();
        using var command = _connection.CreateCommand();
        command.CommandText = $"select count(*), sum(lines)::bigint, sum(quantity), sum(net), sum(absolute), sum(cost), sum(list) from ({Grouped} {Groups})";
        using var reader = command.ExecuteReader();
        reader.Read();
        var totals = new LineTotals
        {
            Groups = reader.GetInt64(0),
            Lines = reader.GetInt64(1),
            Quantity = reader.GetDecimal(2),
            Net = reader.GetDecimal(3),
            AbsoluteNet = reader.GetDecimal(4),
            Cost = reader.GetDecimal(5),
            List = reader.GetDecimal(6),
        };
        return (watch.Elapsed, totals);
    }

    public IEnumerable<DuckRow> Rows(DateOnly day)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"{Grouped} where day = date '{day:yyyy-MM-dd}' {Groups}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new DuckRow(
                reader.GetString(1), Text(reader, 2), Text(reader, 3), Text(reader, 4), Text(reader, 5), Text(reader, 6), Text(reader, 7), reader.GetBoolean(8),
                reader.GetInt64(11), reader.GetDecimal(12), reader.GetDecimal(13), reader.GetDecimal(14), Amount(reader, 15), Amount(reader, 16));
        }
    }

    public void Dispose() => _connection.Dispose();

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static decimal? Amount(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
