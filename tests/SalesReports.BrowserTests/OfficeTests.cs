using System.Globalization;
using System.Text.RegularExpressions;
using SalesReports.Documents;
using SalesReports.Documents.Content;
using SalesReports.Reports;
using SalesReports.Tests;

namespace SalesReports.BrowserTests;

/// <summary>The workbooks as LibreOffice reads them, without anybody to ask whether they shall be repaired.</summary>
public sealed partial class OfficeTests : IDisposable
{
    /// <summary>Comma, double quotes, UTF-8, values as they are and not as shown, every sheet. Source: LibreOffice help, filter options for CSV.</summary>
    private const string EverySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-office-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_sheet_of_every_workbook_opens_and_its_numbers_are_numbers()
    {
        var reports = (from report in new[] { "weekly with all sections", "monthly with all sections" } from language in Theme.Languages select (Name: $"{report.Split(' ')[0]}-{language}", Report: Drawn.Reports[report], Language: language)).ToList();
        foreach (var (name, report, language) in reports)
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, $"{name}.xlsx"), Drawn.File("xlsx", report, language), Cancellation);
        }

        await ConvertAsync(reports.Select(report => $"{report.Name}.xlsx"));

        Assert.All(reports, report => Holds(report.Name, report.Report, report.Language));
        Assert.Contains("\"=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")", Sheets("monthly-fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_workbook_does_not_open()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "damaged.xlsx"), Drawn.File("xlsx", Drawn.Reports["weekly"], "fr")[..^3000], Cancellation);

        try
        {
            await ConvertAsync(["damaged.xlsx"]);
        }
        catch (Xunit.Sdk.XunitException)
        {
            // Some versions end with an error, others only write nothing.
        }

        Assert.Empty(Directory.GetFiles(_folder, "damaged-*.csv"));
    }

    private void Holds(string name, Report report, string language)
    {
        var sections = SectionViews.Of(report, language, ReportSamples.Theme).Where(section => section.Blocks.Count > 0 && section.Id != "insights").ToList();
        Assert.Equal(sections.Count + 2, Directory.GetFiles(_folder, $"{name}-*.csv").Length);
        Assert.All(sections, section =>
        {
            var sheet = NumbersOf(File.ReadAllText(Path.Combine(_folder, $"{name}-{SheetName(section.Title)}.csv")));
            Assert.All(section.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Number).OfType<decimal>(), number =>
                Assert.True(sheet.Contains(Cents(number)), $"{name}, {section.Title}: {number} is not there."));
        });
    }

    /// <summary>Quoted fields that are numbers; shares come as percent.</summary>
    private static HashSet<decimal> NumbersOf(string sheet) =>
        [.. Number().Matches(sheet).Select(found => (Value: decimal.Parse(found.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture), IsShare: found.Groups["share"].Success)).Select(found => Cents(found.IsShare ? found.Value / 100 : found.Value))];

    /// <summary>A sheet's name has at most 31 characters.</summary>
    private static string SheetName(string title) => title.Length <= 31 ? title : title[..31].TrimEnd();

    private static decimal Cents(decimal value) => Math.Round(value, 4);

    private string Sheets(string name) => string.Concat(Directory.GetFiles(_folder, $"{name}-*.csv").Select(File.ReadAllText));

    private Task<string> ConvertAsync(IEnumerable<string> files) => OutsideProgram.RunAsync(
        Required.Program("soffice", "libreoffice-calc"),
        [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", EverySheet, "--outdir", _folder, .. files.Select(file => Path.Combine(_folder, file))],
        Cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [GeneratedRegex("(?<=^|,)\"?(?<number>-?[0-9]+(\\.[0-9]+)?(E[-+]?[0-9]+)?)(?<share>%)?\"?(?=,|$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Number();
}
