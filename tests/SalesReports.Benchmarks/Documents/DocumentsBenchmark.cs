using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesReports.Documents;
using SalesReports.Reports;

namespace SalesReports.Benchmarks.Documents;

/// <summary>What the documents of real reports cost beside what they may: the first of a process, the median of many, their size, a large workbook.</summary>
internal static class DocumentsBenchmark
{
    private const double Kilobyte = 1024;
    private static readonly Theme _theme = new("Maison Lefèvre & Fils");

    /// <param name="folder">Where the main job has written its reports.</param>
    public static void Run(string folder, int repeat)
    {
        using var services = new ServiceCollection().AddLogging().AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var files = Directory.GetFiles(folder, "report.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Console.WriteLine("| document | first, ms | median, ms | fastest, ms | at most, ms | KB | at most, KB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var row in Rows([.. files.Select(file => ReportJson.Read(File.ReadAllBytes(file)))], services, repeat))
        {
            Console.WriteLine(row);
        }

        Console.WriteLine();
        files.ForEach(file => OwnProcess.Run(OwnProcess.FirstDocument, file));
        OwnProcess.Run(OwnProcess.LargeWorkbookCommand, files[0]);
    }

    /// <summary>The first document of a process, from its registration to its bytes.</summary>
    /// <param name="report">A <c>report.json</c> file.</param>
    public static void RunFirst(string report)
    {
        var read = ReportJson.Read(File.ReadAllBytes(report));
        var started = Stopwatch.GetTimestamp();
        using var services = new ServiceCollection().AddLogging().AddDocuments(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var size = services.GetServices<IDocumentRenderer>().Single(renderer => renderer.Format == "pdf").Render(read, "fr", _theme).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first document of a process, {read.Kind} PDF fr: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms (at most 400), {size / Kilobyte:0} KB"));
    }

    private static IEnumerable<string> Rows(IReadOnlyList<Report> reports, IServiceProvider services, int repeat) =>
        from report in reports
        from language in Theme.Languages
        from drawing in Drawings(services, report, language)
        select Row($"{report.Kind} {drawing.Name} {language}", drawing, repeat);

    private static IEnumerable<Drawing> Drawings(IServiceProvider services, Report report, string language)
    {
        var isWeekly = report.Kind == "weekly";
        foreach (var renderer in services.GetServices<IDocumentRenderer>())
        {
            var isPdf = renderer.Format == "pdf";
            yield return new Drawing(renderer.Format, () => renderer.Render(report, language, _theme).Length, isPdf ? isWeekly ? 60 : 250 : null, isPdf ? isWeekly ? 120 : 400 : null);
        }

        var mail = services.GetRequiredService<IMailBodyRenderer>();
        yield return new Drawing("mail with its pictures", () => SizeOf(mail.Render(report, language, _theme, ["report.pdf"])), 150, null);
    }

    private static int SizeOf(MailBody body) => body.Html.Length + body.Text.Length + body.Pictures.Sum(picture => picture.Png.Length);

    private static string Row(string name, Drawing drawing, int repeat)
    {
        var (milliseconds, bytes) = (new List<double>(), 0);
        for (var i = 0; i < repeat; i++)
        {
            var started = Stopwatch.GetTimestamp();
            bytes = drawing.Draw();
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var (first, median) = (milliseconds[0], milliseconds.Order().ElementAt(repeat / 2));
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {first:0} | {median:0.0} | {milliseconds.Min():0.0} | {drawing.MostMilliseconds} | {bytes / Kilobyte:0} | {drawing.MostKilobytes} |");
    }

    /// <param name="MostMilliseconds">Warm; null where nothing was promised.</param>
    private sealed record Drawing(string Name, Func<int> Draw, int? MostMilliseconds, int? MostKilobytes);
}
