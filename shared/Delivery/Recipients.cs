using Microsoft.Extensions.Options;
using SalesReports.Calendar;

namespace SalesReports.Delivery;

/// <summary>The people of the configuration, each checked. A wrong entry stops the start: a mail to the wrong person cannot be taken back.</summary>
public sealed class Recipients(IOptions<DeliveryOptions> options)
{
    private static readonly PeriodKind[] Both = Enum.GetValues<PeriodKind>();

    public IReadOnlyList<Recipient> All { get; } = [.. options.Value.Recipients.Select(ToRecipient)];

    /// <summary>Everybody who gets reports of this kind.</summary>
    public IEnumerable<Recipient> Of(PeriodKind kind) => All.Where(recipient => recipient.Reports.Contains(kind));

    private static Recipient ToRecipient(RecipientOptions options) => new(
        options.Email.Trim(),
        options.DisplayName.Trim(),
        options.Language,
        options.Reports.Count == 0 ? Both : [.. options.Reports.Select(text => PeriodKinds.TryParse(text, out var kind) ? kind : default).Distinct()]);
}

/// <summary>Says of every wrong value which setting it is and what is accepted.</summary>
internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    private const int LongestName = 200;

    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var problems = Sender(options).Concat(Mailer(options)).Concat(options.Recipients.SelectMany(Problems)).Concat(Twice(options.Recipients)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Sender(DeliveryOptions options)
    {
        if (!MailAddress.TryParse(options.SenderAddress, out _))
        {
            yield return "Delivery:SenderAddress is not a mail address such as reports@example.com.";
        }

        if (!IsName(options.SenderName))
        {
            yield return $"Delivery:SenderName takes up to {LongestName} characters on one line.";
        }

    }

    /// <summary>Only what carries the mails must be set up.</summary>
    private static IEnumerable<string> Mailer(DeliveryOptions options) => options.Mailer switch
    {
        "folder" => string.IsNullOrWhiteSpace(options.MailFolder) ? ["Delivery:MailFolder is empty; the path of a folder is accepted."] : [],
        "smtp" => options.Smtp.Problems(),
        "sendgrid" => options.SendGrid.Problems(),
        _ => [$"Delivery:Mailer '{Short(options.Mailer)}' is not known; 'folder', 'smtp' and 'sendgrid' are accepted."],
    };

    private static IEnumerable<string> Problems(RecipientOptions recipient, int index)
    {
        // Addresses stay out of messages, which end up in logs; the place says which one it is.
        if (!MailAddress.TryParse(recipient.Email, out _))
        {
            yield return $"Delivery:Recipients:{index}:Email is not a mail address such as anna@example.com.";
        }

        if (!IsName(recipient.DisplayName))
        {
            yield return $"Delivery:Recipients:{index}:DisplayName takes up to {LongestName} characters on one line.";
        }

        if (recipient.Language is not ("fr" or "en"))
        {
            yield return $"Delivery:Recipients:{index}:Language '{Short(recipient.Language)}' is not known; 'fr' and 'en' are accepted.";
        }

        foreach (var kind in recipient.Reports.Where(text => !PeriodKinds.TryParse(text, out _)))
        {
            yield return $"Delivery:Recipients:{index}:Reports '{Short(kind)}' is not known; 'weekly' and 'monthly' are accepted.";
        }
    }

    private static IEnumerable<string> Twice(IReadOnlyList<RecipientOptions> recipients) =>
        recipients.Select((recipient, index) => (Key: recipient.Email.Trim().ToLowerInvariant(), index))
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"Delivery:Recipients: the entries {string.Join(" and ", group.Select(entry => entry.index))} have the same address; one entry a person is accepted.");

    private static bool IsName(string name) => name.Length <= LongestName && !name.Any(char.IsControl);

    private static string Short(string text) => new([.. text.Where(c => !char.IsControl(c)).Take(40)]);
}
