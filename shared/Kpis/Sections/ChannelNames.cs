using SalesReports.Facts;

namespace SalesReports.Kpis.Sections;

/// <summary>Channels as import files and report JSON name them. Source: imports.md.</summary>
internal static class ChannelNames
{
    public static string Of(SalesChannel channel) => channel switch
    {
        SalesChannel.Rep => "rep",
        SalesChannel.SelfService => "self_service",
        SalesChannel.Edi => "edi",
        SalesChannel.Marketplace => "marketplace",
        SalesChannel.Manual => "manual",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not a channel."),
    };
}
