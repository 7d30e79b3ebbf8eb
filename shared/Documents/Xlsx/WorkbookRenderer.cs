using SalesReports.Documents.Content;
using SalesReports.Documents.Wording;
using SalesReports.Reports;

namespace SalesReports.Documents.Xlsx;

/// <summary>The workbook: a summary with charts, a sheet a section with real tables, all numbers in one table for pivots. Rows are streamed.</summary>
public sealed class WorkbookRenderer : IDocumentRenderer
{
    public string Format => "xlsx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public byte[] Render(Report report, string language, Theme theme)
    {
        using var file = new MemoryStream();
        Write(file, report, ReportWording.Of(report, language, theme), SectionViews.Of(report, language, theme));
        return file.ToArray();
    }

    /// <param name="file">Written from where it stands; left open.</param>
    internal static void Write(Stream file, Report report, ReportView view, IReadOnlyList<SectionView> sections)
    {
        var words = view.Words;
        using var workbook = new WorkbookWriter(file, words, report.Currency);
        var insights = sections.FirstOrDefault(section => section.Id == "insights")?.Blocks.OfType<NotesBlock>().SelectMany(notes => notes.Lines) ?? [];
        workbook.Sheet(words.Say("summary.title"), SummarySheet.Widths, frozenRows: 1, repeatsHeader: false, (sheet, name) => SummarySheet.Write(sheet, name, report, view, [.. insights]));
        foreach (var section in sections.Where(section => section.Blocks.Count > 0 && section.Id != "insights"))
        {
            workbook.Sheet(section.Title, SectionSheet.Widths(section), frozenRows: 1, repeatsHeader: true, (sheet, _) =>
            {
                SectionSheet.Write(sheet, section);
                return [];
            });
        }

        workbook.Sheet(words.Say("data.title"), DataSheet.Widths, frozenRows: 1, repeatsHeader: true, (sheet, _) =>
        {
            DataSheet.Write(sheet, report, view, sections);
            return [];
        });
        workbook.Finish($"{view.Title} – {view.When} – {view.Company}", words.Language, report.BuiltAt);
    }
}
