using CsCheck;
using SalesReports.Facts;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>Lines that lie apart are sorted on disk; where they lie must not matter.</summary>
public sealed class LinesApartTests
{
    private const string Header = "order_id,ordered_at,customer_id,line_no,sku,quantity,net_amount,lead_source\n";

    private static readonly Gen<string[]> Orders = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 6], Gen.Bool).Array[1, 15].Select(drawn =>
        drawn.DistinctBy(order => order.Item1).SelectMany(order => Enumerable.Range(1, order.Item2).Select(line =>
            $"O{order.Item1},2026-11-{order.Item1:D2},C{order.Item1 % 3},{line},\"s,{line}\",{(order.Item3 && line == 2 ? "bad" : line)},{line * order.Item1}.50,L{line % 2}\n")).ToArray());

    [Fact]
    public void Shuffled_lines_and_any_chunk_size_give_the_same_facts() =>
        Gen.Select(Orders, Gen.Int, Gen.Int[1, 20]).Sample((lines, seed, chunk) =>
        {
            var shuffled = lines.ToArray();
            new Random(seed).Shuffle(shuffled);
            var sorted = Pull(lines, CsvOptions.Default);
            var apart = Pull(shuffled, new() { RowsInMemory = chunk });
            Assert.Equal(Told(sorted), Told(apart));
            Assert.Equal(sorted.Rejections.Select(Cells).Order(StringComparer.Ordinal), apart.Rejections.Select(Cells).Order(StringComparer.Ordinal));
        }, iter: 60);

    [Fact]
    public async Task The_temporary_folder_is_gone_afterwards_also_when_reading_stops_early()
    {
        var parent = Directory.CreateTempSubdirectory("salesreports-test-");
        try
        {
            var lines = Enumerable.Range(0, 60).Select(row => $"O{row % 7},2026-11-02,C,{row},s,1,1,\n").ToArray();
            var options = new CsvOptions { RowsInMemory = 10, TemporaryFolder = parent.FullName };
            Assert.Equal(7, (await Pulled.FromAsync(MadeFiles.Of(("orders.csv", Header + string.Concat(lines))), options)).Facts.Count);
            Assert.Empty(parent.GetFileSystemInfos());

            await foreach (var fact in new CsvSource(MadeFiles.Of(("orders.csv", Header + string.Concat(lines))), Pulled.Paris, options)
                .PullAsync(SalesReports.Sources.PullWindow.Everything, new Pulled(), TestContext.Current.CancellationToken))
            {
                Assert.NotEmpty(parent.GetFileSystemInfos());
                break;
            }

            Assert.Empty(parent.GetFileSystemInfos());
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    private static Pulled Pull(string[] lines, CsvOptions options) =>
        Pulled.FromAsync(MadeFiles.Of(("orders.csv", Header + string.Concat(lines))), options).GetAwaiter().GetResult();

    private static IEnumerable<string> Told(Pulled pulled) => pulled.All<Order>().OrderBy(order => order.Id, StringComparer.Ordinal)
        .Select(order => $"{order with { Lines = [] }} {string.Join(';', order.Lines)}");

    private static string Cells(SalesReports.Sources.Rejection rejection) => $"{rejection.Column} {string.Join('|', rejection.Row!)}";
}
