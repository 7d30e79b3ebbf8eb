namespace SalesReports.Local;

/// <summary>Who gets the mails when nobody is configured: two invented people, so that the run shows both languages.</summary>
internal static class SampleRecipients
{
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
    {
        ["Delivery:Recipients:0:Email"] = "camille.direction@example.com",
        ["Delivery:Recipients:0:DisplayName"] = "Camille Direction",
        ["Delivery:Recipients:0:Language"] = "fr",
        ["Delivery:Recipients:0:Reports:0"] = "weekly",
        ["Delivery:Recipients:0:Reports:1"] = "monthly",
        ["Delivery:Recipients:1:Email"] = "alex.sales@example.com",
        ["Delivery:Recipients:1:DisplayName"] = "Alex Sales",
        ["Delivery:Recipients:1:Language"] = "en",
        ["Delivery:Recipients:1:Reports:0"] = "weekly",
        ["Delivery:Recipients:1:Reports:1"] = "monthly",
    };
}
