using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Jobs;
using SalesReports.Kpis;
using SalesReports.Store;
using SalesReports.Tests.Documents;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>Everything that somebody who is sent a report can read: the mail, its files, what its links open, and the rows behind its figures.</summary>
internal static partial class MailSurfaces
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <returns>A name for each surface and its text, white space and separators of numbers taken out.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(TestWorld world, MimeMessage message, Period period, string scope, string language)
    {
        var surfaces = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["subject"] = message.Subject!,
            ["headers"] = string.Join('\n', message.Headers.Select(header => $"{header.Field}: {header.Value}")),
            ["html"] = WebUtility.HtmlDecode(message.HtmlBody!),
            ["text"] = message.TextBody!,
        };
        foreach (var part in message.Attachments.OfType<MimePart>())
        {
            using var content = new MemoryStream();
            await part.Content!.DecodeToAsync(content, Token);
            surfaces[$"attached {part.FileName}"] = Text(content.ToArray(), part.FileName!);
        }

        foreach (var (name, bytes) in await OpenedAsync(world, message, language))
        {
            surfaces[$"opened {name}"] = Text(bytes, name);
        }

        foreach (var metric in HeadlineMetrics.All)
        {
            var rows = await world.Get<TraceFigure>().RunAsync(metric, period, scope, null, 1000, Token);
            surfaces[$"lineage {metric.Id}"] = JsonSerializer.Serialize(rows.Rows);
        }

        return surfaces.ToDictionary(surface => surface.Key, surface => Separators().Replace(surface.Value, ""), StringComparer.Ordinal);
    }

    /// <summary>What every link of the mail opens, in each form there is.</summary>
    private static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> OpenedAsync(TestWorld world, MimeMessage message, string language)
    {
        var opened = new List<(string Name, byte[] Bytes)>();
        foreach (var token in Tokens().Matches(message.HtmlBody!).Select(match => match.Groups["token"].Value).Distinct(StringComparer.Ordinal))
        {
            var link = (await world.Get<MailLinks>().ReadReportAsync(token, Token))!;
            var report = (await world.Get<ReportStore>().FindAsync(link.Period, link.Scope, link.Revision, Token))!;
            foreach (var name in new[] { "report.json", $"report.{language}.html", $"report.{language}.pdf", $"report.{language}.xlsx" })
            {
                opened.Add((name, (await world.Get<ReportStore>().ReadFileAsync(report, name, Token))!.ToArray()));
            }
        }

        return opened;
    }

    private static string Text(byte[] bytes, string name) => Path.GetExtension(name) switch
    {
        ".pdf" => PdfText.Read(bytes),
        ".xlsx" => Cells(bytes),
        _ => WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(bytes)),
    };

    private static string Cells(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return WebUtility.HtmlDecode(reader.ReadToEnd());
        }));
    }

    [GeneratedRegex("/api/v1/links/(?<token>[A-Za-z0-9_.-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tokens();

    [GeneratedRegex("[\\s,’]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Separators();
}
