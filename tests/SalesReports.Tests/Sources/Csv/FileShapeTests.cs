using System.Text;
using SalesReports.Facts;
using SalesReports.Sources.Csv;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Tests.Sources.Csv;

public sealed class FileShapeTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with mark")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public async Task Accents_survive_every_encoding(string encoding)
    {
        const string text = "customer_id,name\n1,Société Générale d’Œuvres\n2,Łódź 3€\n";
        var bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            _ => FileShape.Windows1252.GetBytes(text),
        };

        var pulled = await Pulled.FromAsync(new MadeFiles(("customers.csv", bytes)), CsvOptions.Default);

        Assert.Empty(pulled.Rejections);
        Assert.Equal("Société Générale d’Œuvres", pulled.All<Customer>()[0].Name);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task The_delimiter_is_found_in_the_header(string delimiter)
    {
        var pulled = await Pulled.FromAsync(("customers.csv", string.Join(delimiter, "customer_id", "\"name\"", "segment") + "\n" + string.Join(delimiter, "1", "\"Dupont, Fils; Cie\t\"", "A") + "\n"));

        var customer = pulled.Only<Customer>();
        Assert.Equal(("Dupont, Fils; Cie", "A"), (customer.Name, customer.Segment));
    }

    [Fact]
    public async Task The_first_accent_may_come_late_and_across_a_chunk()
    {
        foreach (var padding in Enumerable.Range(65_500, 40))
        {
            var text = $"customer_id,name\n{string.Concat(Enumerable.Repeat("1,aaaaaaaaaaaaaaaaaaaaaaaaaaa\n", 3000))}"[..padding] + "\n9,é\n";
            await using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var shape = await FileShape.DetectAsync(bytes, null, null, TestContext.Current.CancellationToken);
            Assert.Equal(FileShape.Utf8, shape.Encoding);
        }
    }

    [Fact]
    public async Task A_stray_byte_in_a_utf8_file_refuses_its_own_row()
    {
        byte[] bytes = [.. "customer_id,name\n1,Hôtel\n2,Caf"u8, 0xE9, .. "\n3,Crème brûlée\n"u8];

        var pulled = await Pulled.FromAsync(new MadeFiles(("customers.csv", bytes)), CsvOptions.Default);

        Assert.Equal(["Hôtel", "Crème brûlée"], pulled.All<Customer>().Select(customer => customer.Name));
        var rejection = Assert.Single(pulled.Rejections);
        Assert.Equal((3L, "name"), (rejection.Line, rejection.Column));
    }
}
