namespace SalesReports.Api;

/// <summary>A form that documents are stored in.</summary>
/// <param name="Format">Name in addresses, and file extension.</param>
internal sealed record DocumentForm(string Format, string MediaType, string ContentType)
{
    /// <summary>The first is preferred where a caller accepts several equally.</summary>
    public static IReadOnlyList<DocumentForm> All { get; } =
    [
        new("pdf", "application/pdf", "application/pdf"),
        new("html", "text/html", "text/html; charset=utf-8"),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ];

    public static IReadOnlyList<string> Formats { get; } = [.. All.Select(form => form.Format)];

    public static IReadOnlyList<string> MediaTypes { get; } = [.. All.Select(form => form.MediaType)];

    /// <summary>A page to look at in place; anything else to keep.</summary>
    public string Disposition => Format == "html" ? "inline" : "attachment";
}
