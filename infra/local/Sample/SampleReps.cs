namespace SalesReports.Local.Sample;

/// <param name="Strength">How much of the territory's business goes through this person's hands.</param>
internal sealed record SampleRep(string Id, string Name, string Team, string Manager, double Strength)
{
    public string Email => $"{Id.ToLowerInvariant()}@ateliers-lorvane.example";
}

/// <summary>Eight invented people in two teams; the first of each team leads it.</summary>
internal static class SampleReps
{
    public static IReadOnlyList<SampleRep> All { get; } =
    [
        new("R01", "Éloïse Varnetier", "Nord", "R01", 1.2),
        new("R02", "Gaspard Quellenec-Brou", "Nord", "R01", 1.0),
        new("R03", "Maïwenn Tardivaux", "Nord", "R01", 0.9),
        new("R04", "Octave Sillerand", "Nord", "R01", 0.7),
        new("R05", "Rémi Castaverde", "Sud", "R05", 1.1),
        new("R06", "Noémie Fauquelin", "Sud", "R05", 1.0),
        new("R07", "Yanis Berthoumel", "Sud", "R05", 0.9),
        new("R08", "Solène Archevault", "Sud", "R05", 0.8),
    ];

    public static SampleRep Draw(SampleRandom random, string team)
    {
        var members = All.Where(rep => rep.Team == team).ToArray();
        return members[random.Weighted([.. members.Select(rep => rep.Strength)])];
    }

    public static void Write(string folder)
    {
        using var file = new SampleFile(folder, "reps.csv", "rep_id,name,email,team,manager");
        foreach (var rep in All)
        {
            file.Row(rep.Id, rep.Name, rep.Email, rep.Team, rep.Manager);
        }
    }
}
