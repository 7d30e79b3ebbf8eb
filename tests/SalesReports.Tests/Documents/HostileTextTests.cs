using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SalesReports.Api;
using SalesReports.Delivery;
using SalesReports.Documents;
using SalesReports.Documents.Wording;
using SalesReports.Kpis.Sections;
using SalesReports.Kpis.Series;
using SalesReports.Reports;
using UglyToad.PdfPig;

namespace SalesReports.Tests.Documents;

/// <summary>Names that want to be more than names, in every section of a report: text in every drawing, in the mail and its header, and in CSV.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string FormulaStarts = "=+-@\t\r";

    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</title><script>", "\"><img src=x onerror=alert(1)>", "<!--", "]]>", "<![CDATA[", "{{constructor}}", "${7*7}", "@(1)", "&#x3C;", "=HYPERLINK(\"http://evil.example\")",
        "+1+1", "-2", "@SUM(A1)", "\t=1", "\r\nBcc: eve@example.com", "\r\n\r\n.\r\n", "\0", "\u0007", "\u202E", "\u2066", "\u200B", "\uFEFF", "\u2028", ")>>endobj", "/JavaScript", "\\", "'", "\"", ",", ";", "é", "Ω", "😀", "שלום",
    ];

    private static readonly Gen<string> Name = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Char.Array[1, 6].Select(letters => new string(letters)), Gen.Int[1, 300].Select(n => new string('W', n)))
        .Array[1, 6].Select(string.Concat);

    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider();

    public static TheoryData<string, string> Every { get; } = new(from kind in new[] { "weekly", "monthly" } from language in Theme.Languages select (kind, language));

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(Every))]
    public void Hostile_names_are_text_in_every_section_of_every_drawing(string kind, string language)
    {
        var report = kind == "weekly" ? FullReports.Week : FullReports.Month;
        Assert.All(Pieces.Append(new string('W', 4000)).Chunk(12), names => IsInert(report, language, names));
    }

    [Fact]
    public void Any_names_are_text_in_every_drawing() =>
        Gen.Select(Name.Array[3], Gen.Bool).Sample((names, french) => IsInert(FullReports.Week, french ? "fr" : "en", names), iter: 12, threads: 1);

    [Fact]
    public void Any_name_is_one_cell_of_a_series_as_csv_and_a_negative_number_stays_one() => Name.Sample(name =>
    {
        var day = new DateOnly(2026, 11, 16);
        var csv = SeriesCsv.Write([new SeriesPoint(new SeriesBucket("2026-W47", day, day, null), name, name, new Figure { Unit = "EUR", Status = "ok", Value = -5, Reason = name })]);
        var cells = Cells(csv[(csv.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]);

        Assert.Equal(14, cells.Count);
        Assert.All(new[] { cells[3], cells[4], cells[12] }, cell => Assert.True(cell.Length == 0 || !FormulaStarts.Contains(cell[0]), cell));
        Assert.EndsWith(name, cells[4], StringComparison.Ordinal);
        Assert.Equal("-5", cells[5]);
    });

    private void IsInert(Report whole, string language, IReadOnlyList<string> names)
    {
        var (plain, hostile) = (HostileReport.Of(whole, ["Alpha"]), HostileReport.Of(whole, names));
        var theme = new Theme(names[0]);
        PagesAreInert(Page(plain, language, ReportSamples.Theme), Page(hostile, language, theme));
        MailIsInert(Mail(plain, language, ReportSamples.Theme), Mail(hostile, language, theme), hostile, language);
        WorkbookIsInert(Drawn("xlsx", hostile, language, theme));
        PdfIsInert(Drawn("pdf", hostile, language, theme), theme);
    }

    private static void PagesAreInert(string plain, string hostile)
    {
        Assert.Subset(MarkupShape.Of(plain).ToHashSet(), MarkupShape.Of(hostile).ToHashSet());
        Assert.All(MarkupShape.Targets(hostile), target => Assert.Matches("^(#|cid:spark-)[a-zA-Z0-9_-]+$", target));
        HasNothingInvisible(hostile, but: "\r\n");
    }

    private static void MailIsInert(MailBody plain, MailBody hostile, Report report, string language)
    {
        PagesAreInert(plain.Html, hostile.Html);
        HasNothingInvisible(hostile.Text, but: "\r\n");
        HasNothingInvisible(hostile.Subject);
        Assert.All(hostile.Text.Split('\n'), line => Assert.False(line.StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase)));
        var message = Written(report, hostile, language);
        Assert.Equal(Written(report, plain, language).Headers.Select(header => header.Field), message.Headers.Select(header => header.Field));
        Assert.Equal("anna@example.com", Assert.Single(message.To.Mailboxes).Address);
    }

    private static void WorkbookIsInert(byte[] file)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var formats = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        Assert.All(workbook.WorkbookPart.WorksheetParts, sheet =>
        {
            Assert.Empty(sheet.HyperlinkRelationships);
            Assert.All(sheet.Worksheet!.Descendants<Cell>(), cell =>
            {
                var text = cell.InlineString?.InnerText ?? "";
                Assert.Null(cell.CellFormula);
                HasNothingInvisible(text);
                Assert.True(text.Length == 0 || !FormulaStarts.Contains(text[0]) || formats[(int)cell.StyleIndex!.Value] is { QuotePrefix.Value: true } or { FontId.Value: > 1 }, text);
            });
        });
    }

    private static void PdfIsInert(byte[] pdf, Theme theme)
    {
        HasNothingInvisible(PdfText.Read(pdf));
        using var document = PdfDocument.Open(pdf);
        Assert.Equal(PlainText.Line(theme.CompanyName), document.Information.Author ?? "");
        Assert.All(document.GetPages().SelectMany(page => page.GetAnnotations()), annotation => Assert.False(annotation.AnnotationDictionary.Data.TryGetValue("A", out var action) && !action.ToString()!.Contains("GoTo", StringComparison.Ordinal), "A link does more than lead to a page."));
        Assert.DoesNotContain("OpenAction", document.Structure.Catalog.CatalogDictionary.Data.Keys);
        Assert.DoesNotContain("AA", document.Structure.Catalog.CatalogDictionary.Data.Keys);
    }

    private static void HasNothingInvisible(string text, string but = "") =>
        Assert.DoesNotContain(text, letter => !but.Contains(letter) && (char.IsControl(letter) || letter is '\u202E' or '\u2066' or '\u200B' or '\uFEFF' or '\u2028'));

    private static MimeMessage Written(Report report, MailBody body, string language)
    {
        var recipient = new Recipient { Id = "a1", Email = "anna@example.com", DisplayName = "Anna", Language = language, Reports = [Subscription.Weekly], Attachments = [], Scope = "company" };
        using var stream = new MemoryStream();
        ReportMail.Compose(report, recipient, body, [], new DeliveryOptions(), "weekly-2026-W44-company-r1-x", DateTimeOffset.UnixEpoch).WriteTo(stream);
        stream.Position = 0;
        return MimeMessage.Load(stream);
    }

    private string Page(Report report, string language, Theme theme) => Encoding.UTF8.GetString(Drawn("html", report, language, theme));

    private MailBody Mail(Report report, string language, Theme theme) => _services.GetRequiredService<IMailBodyRenderer>().Render(report, language, theme, []);

    private byte[] Drawn(string format, Report report, string language, Theme theme) => _services.GetServices<IDocumentRenderer>().Single(renderer => renderer.Format == format).Render(report, language, theme);

    /// <summary>The cells of one record. Source: RFC 4180.</summary>
    private static List<string> Cells(string record)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        Assert.EndsWith("\r\n", record, StringComparison.Ordinal);
        for (var i = 0; i < record.Length - 2; i++)
        {
            switch (record[i])
            {
                case '"' when quoted && i + 1 < record.Length && record[i + 1] == '"':
                    cell.Append(record[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                default:
                    cell.Append(record[i]);
                    break;
            }
        }

        return [.. cells, cell.ToString()];
    }
}
