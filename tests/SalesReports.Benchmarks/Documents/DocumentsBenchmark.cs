using System.Diagnostics;
using System.Globalization;
using SalesReports.Documents;
using SalesReports.Documents.Pdf;
using SalesReports.Reports;

namespace SalesReports.Benchmarks.Documents;

/// <summary>What a PDF of a real report costs: the first of the process, then the median of many, with its size.</summary>
internal static class DocumentsBenchmark
{
    private static readonly Theme _theme = new("Maison Lefèvre & Fils");

    /// <param name="folder">Where the main job has written its reports.</param>
    public static void Run(string folder, int repeat)
    {
        foreach (var file in Directory.GetFiles(folder, "report.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var report = ReportJson.Read(File.ReadAllBytes(file));
            foreach (var language in Theme.Languages)
            {
                Measure(report, language, repeat);
            }
        }
    }

    private static void Measure(Report report, string language, int repeat)
    {
        var (renderer, milliseconds, bytes) = (new PdfRenderer(), new List<double>(), 0);
        for (var i = 0; i < repeat; i++)
        {
            var started = Stopwatch.GetTimestamp();
            bytes = renderer.Render(report, language, _theme).Length;
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var (first, median) = (milliseconds[0], milliseconds.Order().ElementAt(repeat / 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Kind} {language}: first {first:0} ms, median {median:0} ms, fastest {milliseconds.Min():0} ms, {bytes / 1024.0:0} KB"));
    }
}
