using SalesReports.Delivery;

namespace SalesReports.Api;

/// <summary>A recipient as the API writes it.</summary>
/// <param name="Status"><c>active</c>, <c>paused</c>, <c>unsubscribed</c> or <c>bounced</c>.</param>
/// <param name="UpdatedBy">A key's id, a token's subject, <c>configuration</c>, <c>recipient</c> or <c>provider</c>.</param>
public sealed record RecipientAnswer(
    string Id,
    string Email,
    string DisplayName,
    string Language,
    IReadOnlyList<string> Reports,
    IReadOnlyList<string> Attachments,
    string Scope,
    bool Required,
    string Status,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset UpdatedAt,
    string UpdatedBy)
{
    internal static RecipientAnswer Of(Recipient recipient) => new(
        recipient.Id,
        recipient.Email,
        recipient.DisplayName,
        recipient.Language,
        [.. recipient.Reports.Select(report => RecipientRules.ReportNames.Single(name => name.Value == report).Key)],
        [.. recipient.Attachments.Select(form => RecipientRules.AttachmentNames.Single(name => name.Value == form).Key)],
        recipient.Scope,
        recipient.Required,
        recipient.Status.ToString().ToLowerInvariant(),
        recipient.CreatedAt,
        recipient.CreatedBy,
        recipient.UpdatedAt,
        recipient.UpdatedBy);
}

/// <param name="Cursor">Gives the next page; null on the last.</param>
public sealed record RecipientList(IReadOnlyList<RecipientAnswer> Items, string? Cursor);
