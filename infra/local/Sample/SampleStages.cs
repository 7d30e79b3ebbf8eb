namespace SalesReports.Local.Sample;

/// <summary>The one pipeline of the sample company.</summary>
internal static class SampleStages
{
    public const string Pipeline = "Ventes";

    public static IReadOnlyList<(string Name, decimal Probability, bool RequiresQualification)> All { get; } =
        [("Premier contact", 0.10m, false), ("Découverte", 0.20m, false), ("Proposition", 0.35m, true), ("Négociation", 0.60m, true), ("Accord de principe", 0.85m, true)];

    public static string NameOf(int position) => All[position - 1].Name;

    public static void Write(string folder)
    {
        using var file = new SampleFile(folder, "stages.csv", "pipeline,stage,position,probability,requires_qualification");
        for (var position = 1; position <= All.Count; position++)
        {
            file.Row(Pipeline, NameOf(position), position, All[position - 1].Probability, All[position - 1].RequiresQualification);
        }
    }
}
