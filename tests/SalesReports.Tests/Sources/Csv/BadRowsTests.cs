using System.Text;
using SalesReports.Facts;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>A file of two hundred mixed bad rows among good ones, rejection by rejection.</summary>
public sealed class BadRowsTests
{
    private const string Header = "order_id,ordered_at,customer_id,status,channel,currency,line_no,sku,product,quantity,unit_price,discount,deleted\n";

    /// <summary>What is put in place of a good cell, the column that must be named, and whether the order goes with it.</summary>
    private static readonly (string Column, string Value)[] Faults =
    [
        ("ordered_at", "2026-02-30"), ("ordered_at", "02/11/2026"), ("ordered_at", "soon"), ("ordered_at", "1026-11-02"),
        ("quantity", "two"), ("quantity", "1e3"), ("quantity", ""), ("unit_price", "9,90"), ("unit_price", "1000000000000000"),
        ("discount", "15"), ("currency", "EURO"), ("currency", "€"), ("status", "paid"), ("channel", "phone"), ("deleted", "maybe"),
        ("customer_id", ""), ("line_no", "1.5"), ("product", "Caf\u0000É"), ("sku", "S\u0001"), ("order_id", ""),
    ];

    [Fact]
    public async Task Two_hundred_bad_rows_are_told_one_by_one_and_the_good_ones_kept()
    {
        using var file = new MemoryStream();
        var expected = new List<(long Line, string? Column, string? Value)>();
        var line = 1L;
        Write(file, Header);
        for (var number = 0; number < 180; number++)
        {
            var (column, value) = Faults[number % Faults.Length];
            Write(file, Row($"G{number}", 1));
            Write(file, Row($"B{number}", 1, column, value));
            expected.Add((line + 2, column, value.Length == 0 ? "" : value.Replace('\u0000', '\uFFFD')));
            line += 2;
        }

        // A good order with a bad line in the middle: 3 rows. Lines that contradict each other: 2. The same line twice, once otherwise: 2 + 1.
        Write(file, Row("W1", 1) + Row("W1", 2, "quantity", "x") + Row("W1", 3));
        Write(file, Row("W2", 1) + Row("W2", 2, "customer_id", "D"));
        Write(file, Row("W3", 1) + Row("W3", 1, "quantity", "9"));
        Write(file, Row("D1", 1) + Row("D1", 1));
        expected.AddRange([(line + 1, null, null), (line + 2, "quantity", "x"), (line + 3, null, null)]);
        expected.AddRange([(line + 4, null, null), (line + 5, "customer_id", "D")]);
        expected.AddRange([(line + 6, null, null), (line + 7, "line_no", "1")]);
        line += 9;

        // Shape: too few and too many cells, a wrong quote; then an unclosed quote at the very end.
        for (var number = 0; number < 4; number++)
        {
            Write(file, $"S{number},2026-11-02\n" + $"T{number}" + Row("", 1)[..^1] + ",more\n" + $"U{number},\"2026\"-11-02,C,,,,1,,,1,1,,\n");
            expected.AddRange([(line + 1, null, null), (line + 2, null, null), (line + 3, null, null)]);
            line += 3;
        }

        Write(file, "V1,2026-11-02,C,,,,1,,\"never closed,1,1,,\n");
        expected.Add((line + 1, null, null));

        var pulled = await Pulled.FromAsync(new MadeFiles(("orders.csv", file.ToArray())), CsvOptions.Default);

        Assert.Equal(200, expected.Count);
        Assert.Equal(expected, pulled.Rejections.OrderBy(rejection => rejection.Line).Select(rejection => (rejection.Line, rejection.Column, rejection.Value)));
        Assert.All(pulled.Rejections, rejection => Assert.EndsWith(".", rejection.Reason, StringComparison.Ordinal));
        Assert.All(pulled.Rejections, rejection => Assert.NotEmpty(rejection.Row!));
        Assert.Equal(181, pulled.Facts.Count);
        Assert.All(pulled.All<Order>(), order => Assert.Equal(("Café", 19.8m), (Assert.Single(order.Lines).Product, order.Lines[0].Net)));
    }

    private static string Row(string id, int number, string? column = null, string? value = null)
    {
        var names = Header.TrimEnd().Split(',');
        string[] cells = [id, "2026-11-02", "C", "booked", "rep", "EUR", $"{number}", "S", "Café", "2", "11", "0.1", "no"];
        if (column is not null)
        {
            cells[Array.IndexOf(names, column)] = value!.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value;
        }

        return string.Join(',', cells) + "\n";
    }

    /// <summary>In UTF-8, a zero standing for a byte of another encoding.</summary>
    private static void Write(MemoryStream file, string text)
    {
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            file.WriteByte(one == 0 ? (byte)0xE9 : one);
        }
    }
}
