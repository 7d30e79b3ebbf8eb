namespace SalesReports.Api;

/// <summary>Descriptions that are written from the code, committed beside it and embedded, so that a change shows in a review.</summary>
internal static class EmbeddedText
{
    public static BinaryData Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return BinaryData.FromStream(stream);
    }
}
