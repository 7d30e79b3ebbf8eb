using SalesReports.Calendar;
using SalesReports.Documents.Wording;
using SalesReports.Measures;
using SalesReports.Reports;

namespace SalesReports.Documents.Email;

/// <summary>The result in one line: <c>CA S47 : 412 k€ (+3,1 % vs S46) · 2 alertes</c>.</summary>
internal static class MailSubject
{
    public static string Of(Report report, ReportView view)
    {
        var words = view.Words;
        var revenue = report.Metrics.First(metric => metric.Id == "revenue");
        var wording = new MetricWording(words, view.Period);
        var when = view.Period.Kind == PeriodKind.Weekly ? words.Dates.Short(view.Period) : words.Dates.ShortWithYear(view.Period);
        var amount = revenue.Value is { } value ? words.Numbers.BriefMoney(value, Currency.Parse(revenue.Unit)) : words.Undefined.ToLowerInvariant();
        var change = revenue.Comparisons.PreviousPeriod is { Change: not null } previous
            ? $" ({wording.Difference(revenue, previous)} {words.Versus} {words.Dates.Short(view.Period.Back(1))})"
            : "";
        return PlainText.Line($"{words.SubjectRevenue} {when}{words.Colon}{amount}{change}{Alerts(report, words)}", 200);
    }

    private static string Alerts(Report report, Words words) => report.Metrics.Count(metric => metric.Colour == "red") switch
    {
        0 => "",
        1 => $" · 1 {words.OneAlert}",
        var many => $" · {words.Numbers.Count(many)} {words.ManyAlerts}",
    };
}
