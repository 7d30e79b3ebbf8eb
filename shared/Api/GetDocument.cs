using Microsoft.AspNetCore.Http;
using SalesReports.Calendar;
using SalesReports.Documents;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>GET /reports/{kind}/{period}/document: the stored PDF or page, in the form and language that suit the caller.</summary>
public sealed class GetDocument
{
    /// <summary>A stored page holds its own styles and images as data, and needs nothing else.</summary>
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private readonly Gate _gate;
    private readonly ServedReports _reports;
    private readonly ReportFinder _finder;

    public GetDocument(Gate gate, ServedReports reports, BusinessZone zone, TimeProvider clock) =>
        (_gate, _reports, _finder) = (gate, reports, new ReportFinder(reports, zone, clock));

    public Task<IResult> RunAsync(HttpRequest request, string kind, string period) => _gate.AdmitAsync(request, Routes.Document, async (caller, cancellationToken) =>
    {
        var query = new Query(request, Routes.Document);
        var form = FormOf(request, query);
        var language = LanguageOf(request, query);
        var report = await _finder.FindAsync(kind, period, query, caller, cancellationToken);

        var tag = Answers.TagOf(report, $"{form.Format}-{language}");
        var held = Answers.IsHeldByCaller(request, tag);
        request.HttpContext.Response.Headers.Vary = $"Accept, Accept-Language, {ApiKeys.Header}";
        if (held)
        {
            return Answers.NotModified;
        }

        var bytes = await _reports.ReadFileAsync(report, $"report.{language}.{form.Format}", cancellationToken)
            ?? throw new ProblemException(Problems.NotAvailable($"Revision {Words.Of(report.Revision)} of {report.Period.Name} has no {form.Format} document in {language}.", report.Period.Name));
        Describe(request.HttpContext.Response, report, form, language);
        return Answers.File(bytes, form.ContentType, tag);
    });

    private static DocumentForm FormOf(HttpRequest request, Query query)
    {
        if (query.OneOf("format", DocumentForm.Formats) is { } asked)
        {
            return DocumentForm.All.Single(f => f.Format == asked);
        }

        return Negotiation.BestForm(request.GetTypedHeaders().Accept)
            ?? throw new ProblemException(Problems.NoDocument(request.Headers.Accept));
    }

    private static string LanguageOf(HttpRequest request, Query query) =>
        query.OneOf("language", Theme.Languages)
        ?? Negotiation.BestLanguage(Theme.Languages, request.GetTypedHeaders().AcceptLanguage)
        ?? throw new ProblemException(Problems.NotAcceptable("Accept-Language", request.Headers.AcceptLanguage, "A document is in French or in English.", Theme.Languages));

    /// <summary>The file name is made of what was parsed, never of what was sent.</summary>
    internal static void Describe(HttpResponse response, StoredReport report, DocumentForm form, string language)
    {
        response.Headers.ContentDisposition = $"{form.Disposition}; filename=\"sales-report-{report.Period.Name}-r{Words.Of(report.Revision)}.{language}.{form.Format}\"";
        response.Headers.ContentLanguage = language;
        if (form.Format == "html")
        {
            response.Headers.ContentSecurityPolicy = PagePolicy;
        }
    }
}
