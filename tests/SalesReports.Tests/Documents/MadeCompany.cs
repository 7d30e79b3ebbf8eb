namespace SalesReports.Tests.Documents;

/// <summary>What is special about the company that <see cref="FullReports"/> makes.</summary>
internal sealed record MadeCompany
{
    /// <summary>Of customers and deals, and of reps where <see cref="NamesReps"/>.</summary>
    public IReadOnlyList<string> Names { get; init; } =
        ["Maison Lefèvre", FullReports.Formula, ReportSamples.HostileName, "+33 Télécoms", "-Minus & Cie", "@Handle", "\tTab", "Ωmega 😀", "שלום"];

    public bool NamesReps { get; init; }

    public string OtherTeam { get; init; } = FullReports.Formula;

    /// <summary>Name of all articles and of a category; null for short ones.</summary>
    public string? Product { get; init; }

    public int Reps { get; init; } = 4;

    /// <summary>From this day on everything sold comes back.</summary>
    public int ReturnsFrom { get; init; } = int.MaxValue;

    public string NameOf(int index) => Names[index % Names.Count];
}
