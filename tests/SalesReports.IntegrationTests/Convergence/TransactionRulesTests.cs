using System.Text;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>The check itself refuses what Azure refuses.</summary>
public sealed class TransactionRulesTests
{
    [Fact]
    public void One_partition_with_different_rows_passes() => Check([.. Enumerable.Range(0, 100).Select(i => Put("S001", $"f~{i}"))]);

    [Fact]
    public void Two_partitions_are_refused() => Refused("partitions S001 S002", Put("S001", "a"), Insert("S002", "b"));

    [Fact]
    public void One_row_twice_is_refused() => Refused("row twice: a", Put("S001", "a"), Insert("S001", "a"));

    [Fact]
    public void A_hundred_and_one_operations_are_refused() => Refused("101 operations", [.. Enumerable.Range(0, 101).Select(i => Put("S001", $"f~{i}"))]);

    [Fact]
    public void More_than_four_megabytes_are_refused() => Refused("1 operations", Insert("S001", "a") + new string('x', 4 * 1024 * 1024));

    private static void Refused(string why, params string[] operations) =>
        Assert.Contains(why, Assert.Throws<InvalidOperationException>(() => Check(operations)).Message, StringComparison.Ordinal);

    private static void Check(params string[] operations) =>
        TransactionRules.Check(Encoding.UTF8.GetBytes("--batch\r\n" + string.Concat(operations.Select(operation => $"Content-Type: application/http\r\n\r\n{operation}\r\n"))));

    private static string Put(string partition, string row) => $"PUT http://127.0.0.1/account/orders(PartitionKey='{partition}',RowKey='{Uri.EscapeDataString(row)}') HTTP/1.1\r\n\r\n{{}}";

    private static string Insert(string partition, string row) => $"POST http://127.0.0.1/account/orders HTTP/1.1\r\n\r\n{{\"PartitionKey\":\"{partition}\",\"RowKey\":\"{row}\"}}";
}
