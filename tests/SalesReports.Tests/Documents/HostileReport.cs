using System.Text;
using System.Text.Json;
using SalesReports.Reports;

namespace SalesReports.Tests.Documents;

/// <summary>A whole report in whose JSON every name of a company, person, product, customer and source is another one.</summary>
internal static class HostileReport
{
    private static readonly IReadOnlyList<string> Own = [.. FullReports.Names.OrderByDescending(name => name.Length), "Mobilier", "Papier", "Encre", "Grands comptes", "PME", "Nord", "Salon", "Rep R"];

    public static Report Of(Report report, IReadOnlyList<string> names)
    {
        var json = Encoding.UTF8.GetString(ReportJson.Write(report));
        for (var i = 0; i < Own.Count; i++)
        {
            json = json.Replace(Encoded(Own[i]), Encoded(names[i % names.Count]), StringComparison.Ordinal);
        }

        return ReportJson.Read(Encoding.UTF8.GetBytes(json));
    }

    private static string Encoded(string name) => JsonSerializer.Serialize(name, ReportJson.Options)[1..^1];
}
