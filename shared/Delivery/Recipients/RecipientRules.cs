using Microsoft.Extensions.Options;
using SalesReports.Facts;
using SalesReports.Reports;

namespace SalesReports.Delivery;

/// <summary>Checks at the door what is said of a recipient: a mail to the wrong person cannot be taken back.</summary>
public sealed class RecipientRules(IOptions<DeliveryOptions> options)
{
    private const int LongestName = 200;

    private static readonly IReadOnlyList<string> Languages = ["fr", "en"];

    private readonly IReadOnlyList<string> _domains = [.. options.Value.AllowedDomains.Select(domain => domain.Trim().TrimStart('@').ToLowerInvariant())];

    /// <summary>The checked fields, or every field that cannot be taken.</summary>
    public (Recipient? Recipient, IReadOnlyList<FieldProblem> Problems) Check(RecipientDraft draft)
    {
        var problems = new List<FieldProblem>();
        var address = Address(draft.Email, problems);
        var reports = Many(draft.Reports, "reports", ReportNames, [Subscription.Weekly, Subscription.Monthly], problems);
        var attachments = Many(draft.Attachments, "attachments", AttachmentNames, [AttachmentForm.Pdf], problems);
        if (!IsName(draft.DisplayName ?? ""))
        {
            problems.Add(new FieldProblem("displayName", null, $"displayName takes up to {LongestName} characters on one line.", []));
        }

        if (draft.Language is { } language && !Languages.Contains(language))
        {
            problems.Add(Unknown("language", language, Languages));
        }

        if (draft.Scope is { } scope && !ScopeName.IsValid(scope))
        {
            problems.Add(Unknown("scope", scope, ["company", "team:NAME", "rep:ID"]));
        }

        return problems.Count > 0 ? (null, problems) : (new Recipient
        {
            Id = "",
            Email = address!,
            DisplayName = (draft.DisplayName ?? "").Trim(),
            Language = draft.Language ?? "fr",
            Reports = reports,
            Attachments = attachments,
            Scope = draft.Scope ?? ScopeName.Company,
            Required = draft.Required ?? false,
        }, []);
    }

    /// <summary>Names of <see cref="Subscription"/> as JSON, tables and settings write them.</summary>
    internal static IReadOnlyDictionary<string, Subscription> ReportNames { get; } = new Dictionary<string, Subscription>(StringComparer.Ordinal)
    {
        ["weekly"] = Subscription.Weekly,
        ["monthly"] = Subscription.Monthly,
        [DeliveryId.VolumeAlarmKind] = Subscription.VolumeAlarm,
    };

    internal static IReadOnlyDictionary<string, AttachmentForm> AttachmentNames { get; } = new Dictionary<string, AttachmentForm>(StringComparer.Ordinal)
    {
        ["pdf"] = AttachmentForm.Pdf,
        ["xlsx"] = AttachmentForm.Xlsx,
    };

    private string? Address(string? text, List<FieldProblem> problems)
    {
        if (!MailAddress.TryParse(text, out var address))
        {
            problems.Add(new FieldProblem("email", null, "email is not a mail address such as anna@example.com.", []));
            return null;
        }

        var domain = address.Text[(address.Text.LastIndexOf('@') + 1)..].ToLowerInvariant();
        if (_domains.Count > 0 && !_domains.Contains(domain, StringComparer.Ordinal))
        {
            problems.Add(new FieldProblem("email", null, $"The domain of email is not one that reports may be sent to; accepted: {string.Join(", ", _domains)}.", _domains));
        }

        return address.Text;
    }

    private static IReadOnlyList<T> Many<T>(
        IReadOnlyList<string>? texts, string field, IReadOnlyDictionary<string, T> names, IReadOnlyList<T> whenAbsent, List<FieldProblem> problems)
        where T : struct
    {
        problems.AddRange((texts ?? []).Where(text => text is null || !names.ContainsKey(text)).Select(text => Unknown(field, text, [.. names.Keys])));
        return texts is null ? whenAbsent : [.. texts.Where(text => text is not null && names.ContainsKey(text)).Select(text => names[text]).Distinct().Order()];
    }

    private static FieldProblem Unknown(string field, string? value, IReadOnlyList<string> accepted) =>
        new(field, Short(value), $"{field} '{Short(value)}' is not known; accepted: {string.Join(", ", accepted)}.", accepted);

    private static bool IsName(string name) => name.Length <= LongestName && !name.Any(char.IsControl);

    private static string Short(string? text) => new([.. (text ?? "").Where(c => !char.IsControl(c)).Take(40)]);
}
