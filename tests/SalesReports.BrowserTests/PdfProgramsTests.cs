namespace SalesReports.BrowserTests;

/// <summary>PDFs as other programs read them: without a fault in their structure, their text found with its accents.</summary>
public sealed class PdfProgramsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesreports-pdf-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Drawn.Samples), MemberType = typeof(Drawn))]
    public async Task The_structure_of_a_pdf_has_no_fault(string report, string language)
    {
        var said = await CheckAsync(Drawn.File("pdf", Drawn.Reports[report], language));

        Assert.Contains("No syntax or stream encoding errors found", said, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_pdf_is_found()
    {
        var pdf = Drawn.File("pdf", Drawn.Reports["weekly"], "fr");
        var damaged = pdf[..^400];

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => CheckAsync(damaged));
    }

    [Theory]
    [InlineData("weekly with all sections", "fr", "Maison Lefèvre & Fils", "tableau de bord hebdomadaire", "Coût d’acquisition client", "Durée du cycle de vente", "À décider", "Données arrêtées", "€")]
    [InlineData("monthly with all sections", "fr", "Maison Lefèvre & Fils", "Équipes", "Prévision", "Qualité des données", "Clients à rappeler", "Réunion ventes et marketing", "Ventes croisées", "Définitions", "€")]
    [InlineData("weekly with all sections", "en", "Maison Lefèvre & Fils", "weekly dashboard", "Customer acquisition cost", "€")]
    [InlineData("monthly with all sections", "en", "Maison Lefèvre & Fils", "Teams", "Forecast", "Data quality", "€")]
    public async Task A_reader_finds_words_with_their_accents(string report, string language, params string[] words)
    {
        var (file, text) = (Path.Combine(_folder, "report.pdf"), Path.Combine(_folder, "report.txt"));
        await File.WriteAllBytesAsync(file, Drawn.File("pdf", Drawn.Reports[report], language), Cancellation);
        await OutsideProgram.RunAsync(Required.Program("pdftotext", "poppler-utils"), ["-enc", "UTF-8", file, text], Cancellation);
        var found = string.Join(' ', (await File.ReadAllTextAsync(text, Cancellation)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.All(words, word => Assert.Contains(word, found, StringComparison.Ordinal));
    }

    private async Task<string> CheckAsync(byte[] pdf)
    {
        var file = Path.Combine(_folder, "checked.pdf");
        await File.WriteAllBytesAsync(file, pdf, Cancellation);
        return await OutsideProgram.RunAsync(Required.Program("qpdf", "qpdf"), ["--check", file], Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
