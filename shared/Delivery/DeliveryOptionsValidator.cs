using Microsoft.Extensions.Options;

namespace SalesReports.Delivery;

/// <summary>Says of every wrong value which setting it is and what is accepted.</summary>
internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    private const int LongestName = 200;

    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var rules = new RecipientRules(Options.Create(options));
        var problems = Sender(options).Concat(Links(options)).Concat(Mailer(options)).Concat(Sending(options)).Concat(options.Recipients.SelectMany((recipient, index) => Problems(rules, recipient, index))).Concat(Twice(options.Recipients)).ToList();
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

    private static IEnumerable<string> Links(DeliveryOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.PublicBaseUrl) && !(Uri.TryCreate(options.PublicBaseUrl, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback) && address.Query.Length + address.Fragment.Length + address.UserInfo.Length == 0))
        {
            yield return "Delivery:PublicBaseUrl is not an https address such as https://reports.example.com.";
        }

        if (!string.IsNullOrWhiteSpace(options.UnsubscribeAddress) && !MailAddress.TryParse(options.UnsubscribeAddress, out _))
        {
            yield return "Delivery:UnsubscribeAddress is not a mail address such as unsubscribe@example.com.";
        }

        if (!string.IsNullOrEmpty(options.LinkSecret) && options.LinkSecret.Length < LinkSigner.ShortestSecret)
        {
            yield return $"Delivery:LinkSecret takes at least {LinkSigner.ShortestSecret} characters.";
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

    private static IEnumerable<string> Sending(DeliveryOptions options)
    {
        if (options.MostAttempts is < 1 or > 100)
        {
            yield return $"Delivery:MostAttempts is {options.MostAttempts}; 1 to 100 is accepted.";
        }

        if (options.LargestMessage < 100_000)
        {
            yield return $"Delivery:LargestMessage is {options.LargestMessage}; 100000 bytes or more is accepted.";
        }

        foreach (var (name, value) in new[] { ("ClaimLease", options.ClaimLease), ("UnknownGrace", options.UnknownGrace), ("RequeueAfter", options.RequeueAfter) })
        {
            if (value < TimeSpan.FromMinutes(1) || value > TimeSpan.FromDays(1))
            {
                yield return $"Delivery:{name} is {value}; 00:01:00 to 1.00:00:00 is accepted.";
            }
        }

        if (options.UnknownGrace < options.ClaimLease)
        {
            yield return $"Delivery:UnknownGrace ({options.UnknownGrace}) is shorter than Delivery:ClaimLease ({options.ClaimLease}); it must not be.";
        }
    }

    /// <summary>Addresses stay out of messages, which end up in logs; the place says which one it is.</summary>
    private static IEnumerable<string> Problems(RecipientRules rules, RecipientOptions recipient, int index) =>
        rules.Check(recipient.ToDraft()).Problems.Select(problem => $"Delivery:Recipients:{index}: {problem.Message}");

    private static IEnumerable<string> Twice(IReadOnlyList<RecipientOptions> recipients) =>
        recipients.Select((recipient, index) => (Key: recipient.Email.Trim().ToLowerInvariant(), index))
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"Delivery:Recipients: the entries {string.Join(" and ", group.Select(entry => entry.index))} have the same address; one entry a person is accepted.");

    private static bool IsName(string name) => name.Length <= LongestName && !name.Any(char.IsControl);

    private static string Short(string text) => new([.. text.Where(c => !char.IsControl(c)).Take(40)]);
}
