using SalesReports.Documents.Content;

namespace SalesReports.Tests.Documents;

/// <summary>Sections written by hand: as a company has them, and as no company should.</summary>
internal static class SectionSamples
{
    private const string Rtl = "שלום العربية 😀 \u202Etxt";
    private static readonly string _long = string.Concat(Enumerable.Repeat("Société générale des établissements ", 12))[..400];

    /// <summary>What a week has.</summary>
    public static IReadOnlyList<SectionView> Week { get; } = [.. Notes("Trois affaires ont glissé."), Bridge("bridge"), Funnel(), Teams(6, i => $"Équipe {i}")];

    public static IReadOnlyList<SectionView> Month { get; } =
    [
        Bridge("bridges"),
        new SectionView("marginAlarm", "Alerte de marge", "Aucune alerte : la marge tient.", []),
        Teams(12, i => $"Équipe {i}"),
        Funnel(),
        Charts(i => $"M{i}"),
    ];

    /// <summary>Two hundred reps, names of 400 characters, right to left and of pictures, and nothing known of every third.</summary>
    public static IReadOnlyList<SectionView> Extreme { get; } =
    [
        Teams(200, i => (i % 4) switch { 0 => _long, 1 => Rtl, 2 => ReportSamples.HostileName, _ => $"Rep {i}" }),
        Bridge("bridge"),
        Funnel() with { Title = _long, Lead = _long },
        Charts(i => i % 2 == 0 ? _long : Rtl),
        .. Notes(_long),
        new SectionView("notes", Rtl, _long, [new NotesBlock([_long, Rtl, ReportSamples.HostileName]), new HeadingBlock(_long)]),
    ];

    public static IReadOnlyList<SectionView> Empty { get; } =
        [.. new[] { "bridge", "funnel", "teams" }.Select(id => new SectionView(id, id, "Aucune vente dans la période.", []))];

    public static ChartValue Value(string label, decimal? value, bool isCurrent = false) => new(label, value, "", null, isCurrent);

    private static IReadOnlyList<SectionView> Notes(string sentence) =>
    [
        new("insights", "À retenir", "Ce qui ressort.", [new NotesBlock([sentence, sentence + " Encore.", sentence + " Enfin."])]),
        new("decisions", "Décisions attendues", "Une décision est attendue.", [new TableBlock("decisions", "Décisions", [new("Quoi", ColumnKind.Text, 3), new("Qui", ColumnKind.Text), new("Enjeu", ColumnKind.Money)], [new TableRow([new(sentence), new("C. Lefèvre"), new("60,0 k€", 60_000)])], null, 1)]),
    ];

    private static SectionView Bridge(string id) => new(id, "Ce qui a bougé", "Le chiffre d’affaires passe de 4,97 M€ à 4,82 M€.",
    [
        new ChartBlock("moved", "Ce qui a fait bouger le chiffre d’affaires (M€)", "", new WaterfallData(
            Value("S46", 4_970_000),
            [Value("Volume", 140_000), Value("Prix", -310_000), Value("Clients perdus", -10_000), Value("Nouveaux clients", 30_000)],
            Value("S47", 4_820_000, true)) { Unit = "M€", UnitSize = 1_000_000 }),
    ]);

    private static SectionView Funnel() => new("funnel", "Entonnoir", "Du prospect à l’affaire gagnée.",
    [
        new ChartBlock("stages", "Entonnoir commercial (affaires)", "", new FunnelData([new(Value("Prospects", 4210), "40,0 %"), new(Value("Qualifiés", 1684), "41,7 %"), new(Value("Propositions", 702), ""), new(Value("Gagnés", null), "")]) { Unit = "affaires", UnitSize = 1 }),
        new TilesBlock([new Tile("a", "Prospects qualifiés", new Cell("40,0 %", 0.4m), "vs septembre +2,1 pt"), new Tile("b", "Couverture du carnet", new Cell("–", Reason: "Aucune affaire ouverte."), "")]),
    ]);

    private static SectionView Teams(int rows, Func<int, string> name) => new("teams", "Équipes", "Chaque équipe face à son objectif.",
    [
        new TableBlock(
            "teams",
            "Équipes",
            [new("Équipe", ColumnKind.Text, 2), new("Chiffre d’affaires", ColumnKind.Money), new("Objectif", ColumnKind.Money), new("Atteinte", ColumnKind.Ratio), new("Marge brute", ColumnKind.Ratio), new("Commandes", ColumnKind.Count), new("Statut", ColumnKind.Status)],
            [.. Enumerable.Range(0, rows).Select(i => new TableRow([new(name(i)), new($"{1_147 + i} 435,20 €", 1_147_435.2m), new("1 097 962,00 €", 1_097_962m), new("104,5 %", 1.045m, Colour: "green"), i % 3 == 0 ? new("–", Reason: "Aucune ligne de la période n’a de coût connu.") : new("37,6 %", 0.376m), new("318", 318), new("▲ Conforme", Colour: "green")]))],
            new TableRow([new("Total"), new("9 412 435,20 €"), new("–"), new("101,2 %"), new("40,1 %"), new("1 204"), new("")]),
            rows),
    ]);

    private static SectionView Charts(Func<int, string> name) => new("charts", "Tous les graphiques", "Un de chaque sorte.",
    [
        new ChartBlock("ranking", "Classement (k€)", "", new RankingData([.. Enumerable.Range(0, 30).Select(i => Value(name(i), (30 - i) * 1000m))]) { Unit = "k€", UnitSize = 1000 }),
        new ChartBlock("lines", "Tendance (k€)", "", new LinesData([.. Enumerable.Range(0, 13).Select(name)], [.. Enumerable.Range(0, 5).Select(line => new ChartLine(name(line), [.. Enumerable.Range(0, 13).Select(i => Value(name(i), 1000 + line + i))]))]) { Unit = "k€", UnitSize = 1000 }),
        new ChartBlock("stacked", "Origine (k€)", "", new StackedBarsData([name(0), name(1), name(3)], [.. Enumerable.Range(0, 5).Select(i => new StackedBar(name(i), [Value("", 100), Value("", -20), Value("", 300)]))]) { Unit = "k€", UnitSize = 1 }),
        new ChartBlock("pareto", "Clients (k€)", "", new ParetoData([.. Enumerable.Range(0, 50).Select(i => Value(name(i), 50 - i))], [.. Enumerable.Range(1, 50).Select(i => i / 50m)], [new("A", 10), new("B", 25), new("C", 50)]) { Unit = "k€", UnitSize = 1 }),
        new ChartBlock("heat", "Cohortes (%)", "", new HeatData([.. Enumerable.Range(0, 12).Select(name)], [.. Enumerable.Range(0, 12).Select(i => new HeatRow(name(i), [.. Enumerable.Range(0, 12).Select(j => Value("", j > 11 - i ? null : 1m / (j + 1)))]))]) { Unit = "%", UnitSize = 0.01m }),
        new ChartBlock("fan", "Prévision (k€)", "", new FanData([.. Enumerable.Range(0, 12).Select(i => Value(name(i), 1000 + i))], [.. Enumerable.Range(0, 3).Select(i => new FanValue(Value(name(i), 1012 + i), 1000 - (9 * i), 1030 + (9 * i)))]) { Unit = "k€", UnitSize = 1 }),
    ]);
}
