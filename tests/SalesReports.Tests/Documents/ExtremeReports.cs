using SalesReports.Facts;
using SalesReports.Reports;
using SalesReports.Tests.Kpis.Sections;

namespace SalesReports.Tests.Documents;

/// <summary>A week and a month, with all their sections, of companies as no sample has them.</summary>
internal static class ExtremeReports
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Société générale des établissements ", 12))[..400];
    private static readonly string Word = new('W', 400);

    private static readonly MadeCompany Strange = new()
    {
        Names = ["שלום עולם בע״מ", "شركة المبيعات الدولية", "😀🎉 Fête & fils", "株式会社サンプル", "مؤسسة 2026 النور (الرياض)", "أبو Martin 15 %", "👩\u200D💻"],
        NamesReps = true,
        OtherTeam = "צוות דרום",
        Product = "منتج خاص 😀",
    };

    public static IReadOnlyDictionary<string, IReadOnlyList<Report>> All { get; } = new Dictionary<string, IReadOnlyList<Report>>(StringComparer.Ordinal)
    {
        ["usual"] = [FullReports.Week, FullReports.Month],
        ["one order"] = Both(new SectionWorld(OneOrder())),
        ["long names"] = Both(new MadeCompany { Names = [Long, Word], NamesReps = true, OtherTeam = Long, Product = Long }),
        ["strange letters"] = Both(Strange),
        ["nothing known"] = Both(new SectionWorld()),
        ["two hundred reps"] = Both(new MadeCompany { Reps = 200 }),
        ["negative revenue"] = Both(new MadeCompany { ReturnsFrom = 720 }),
    };

    private static IReadOnlyList<Report> Both(MadeCompany company) => [FullReports.Of("2026-W44", company), FullReports.Of("2026-10", company)];

    private static IReadOnlyList<Report> Both(SectionWorld world) => [FullReports.Assembled(world, "2026-W44"), FullReports.Assembled(world, "2026-10")];

    private static IEnumerable<Fact> OneOrder() =>
        [Given.Customer("C1", "Maison Lefèvre", "R1"), Given.Rep("R1", "Nord"), Given.Order("2026-10-28", "C1", 120m, "SKU1", 1, 70m, 130m, "R1", "Papier", SalesChannel.Rep)];
}
