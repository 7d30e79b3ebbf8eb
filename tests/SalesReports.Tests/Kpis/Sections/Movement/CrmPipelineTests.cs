using System.Globalization;
using SalesReports.Kpis;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Kpis.Sections.Funnel;
using SalesReports.Kpis.Sections.Movement;
using SalesReports.Sources.Csv;
using SalesReports.Tests.Kpis.Sections.Deals;
using SalesReports.Tests.Sources.Csv;

namespace SalesReports.Tests.Kpis.Sections.Movement;

/// <summary>A real CRM's pipeline without any history, against a plain reading of its file.</summary>
public sealed class CrmPipelineTests
{
    [Theory]
    [InlineData("2017-03")]
    [InlineData("2017-06")]
    [InlineData("2017-12")]
    public async Task A_months_movement_is_what_the_file_says(string month)
    {
        var folder = SharedData.Copy("crm-pipeline");
        try
        {
            var world = new SectionWorld((await Pulled.FromAsync(new FolderFiles(folder), CsvOptions.Default)).Facts, new MetricSettings { Currency = "USD" });
            var inputs = world.At(month);
            var section = FunnelSection.Of(inputs, inputs.Book()).Section!;
            var (start, end) = (inputs.Period.Start, inputs.Period.End);
            var rows = Rows();
            var dated = rows.Where(row => row.Engaged is not null).ToList();

            Assert.Equal(DealReasons.NoStageHistory, section.StagesReason);
            Assert.Equal(
                new PipelineMovement(
                    Open(dated, start), dated.Where(row => row.Engaged >= start && row.Engaged < end).Sum(row => row.Value), 0,
                    Closed(dated, "Won", start, end), Closed(dated, "Lost", start, end), 0, 0, Open(dated, end), rows.Count - dated.Count, 0),
                section.Movement);
            Assert.True(section.Movement.Won > 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static decimal Open(IEnumerable<Row> rows, DateOnly day) => rows.Where(row => row.Engaged < day && !(row.Closed < day)).Sum(row => row.Value);

    private static decimal Closed(IEnumerable<Row> rows, string stage, DateOnly start, DateOnly end) =>
        rows.Where(row => row.Stage == stage && row.Closed >= start && row.Closed < end).Sum(row => row.Value);

    private static List<Row> Rows() =>
    [
        .. File.ReadLines(Path.Combine(SharedData.Folder("crm-pipeline"), "sales_pipeline.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(cells => new Row(cells[4], Day(cells[5]), Day(cells[6]), cells[7].Length == 0 ? 0 : decimal.Parse(cells[7], CultureInfo.InvariantCulture))),
    ];

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "M/d/yyyy", CultureInfo.InvariantCulture);

    private sealed record Row(string Stage, DateOnly? Engaged, DateOnly? Closed, decimal Value);
}
