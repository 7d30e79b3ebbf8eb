namespace SalesReports.Documents.Graphics;

/// <summary>What a colour means; a <see cref="Palette"/> says which one it is on its ground.</summary>
public enum Tone
{
    /// <summary>The ground everything stands on, and text on dark fills.</summary>
    Page,
    Title,
    Text,
    Muted,
    Rule,
    Ground,

    /// <summary>The current period.</summary>
    Current,

    /// <summary>Earlier periods.</summary>
    History,

    /// <summary>Under a line.</summary>
    Area,
    Green,
    Amber,
    Red,
    GreenSoft,
    AmberSoft,
    RedSoft,

    /// <summary>A second, third, fourth and fifth series beside <see cref="Current"/>.</summary>
    Second,
    Third,
    Fourth,
    Fifth,

    /// <summary>From little to much, for heat tables; the last two carry text in <see cref="Page"/>.</summary>
    Heat1,
    Heat2,
    Heat3,
    Heat4,
    Heat5,
}
