namespace SalesReports.Measures;

/// <summary>The same words in the languages of the reports.</summary>
public sealed record LocalText(string Fr, string En)
{
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public string In(string language) => string.Equals(language, "fr", StringComparison.Ordinal) ? Fr : En;
}
