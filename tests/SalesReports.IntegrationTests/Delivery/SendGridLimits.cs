using System.Text;
using System.Text.Json.Nodes;

namespace SalesReports.IntegrationTests.Delivery;

/// <summary>What the provider refuses with 400, field by field. Source: connectors.md 7.1.</summary>
internal static class SendGridLimits
{
    private const int MostBytesOfTexts = 10_000;
    private const int MostRecipients = 1000;

    private static readonly string[] ForbiddenHeaders =
        ["x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding", "to", "from", "subject", "reply-to", "cc", "bcc"];

    /// <returns>The field and what is wrong with it; null when the mail is taken.</returns>
    public static (string Field, string Message)? Fault(JsonNode mail, DateTimeOffset now) =>
        People(mail["personalizations"] as JsonArray ?? []) ?? Whole(mail, now) ?? Texts(mail) ?? Files(mail["attachments"] as JsonArray ?? []);

    private static (string, string)? People(JsonArray people)
    {
        if (people.Count is 0 or > MostRecipients || people.Any(person => person!["to"] is not JsonArray { Count: > 0 }))
        {
            return ("personalizations", "1 to 1000, and each needs a to");
        }

        var addresses = people.Select(person => new[] { "to", "cc", "bcc" }.SelectMany(part => person![part] as JsonArray ?? []).Select(one => one!["email"]!.GetValue<string>().ToLowerInvariant()).ToList()).ToList();
        if (addresses.Sum(own => own.Count) > MostRecipients || addresses.Any(own => own.Distinct(StringComparer.Ordinal).Count() < own.Count))
        {
            return ("personalizations.0.to", "at most 1000 addresses, each once in a personalization");
        }

        if (people.SelectMany(person => person!["headers"] as JsonObject ?? []).Any(header => ForbiddenHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            return ("personalizations.0.headers", "a reserved header");
        }

        var arguments = people.SelectMany(person => person!["custom_args"] as JsonObject ?? []).ToList();
        if (arguments.Any(one => one.Value?.GetValueKind() != System.Text.Json.JsonValueKind.String) || people.Sum(person => Size(person!["custom_args"])) > MostBytesOfTexts)
        {
            return ("personalizations.0.custom_args", "texts of at most 10,000 bytes in all");
        }

        return people.Any(person => Size(person!["substitutions"]) > MostBytesOfTexts) ? ("personalizations.0.substitutions", "at most 10,000 bytes") : null;
    }

    private static (string, string)? Whole(JsonNode mail, DateTimeOffset now)
    {
        if (mail["from"]?["email"] is null || mail["subject"]?.GetValue<string>() is not { Length: > 0 })
        {
            return ("from", "from and subject are needed");
        }

        if (mail["reply_to"] is not null && mail["reply_to_list"] is not null)
        {
            return ("reply_to", "reply_to or reply_to_list");
        }

        var categories = (mail["categories"] as JsonArray ?? []).Select(one => one!.GetValue<string>()).ToList();
        if (mail["custom_args"] is not null || categories.Count > 10 || categories.Any(one => one.Length > 255) || categories.Distinct(StringComparer.Ordinal).Count() < categories.Count)
        {
            return ("categories", "at most 10 of 255 characters, each once");
        }

        return mail["asm"]?["groups_to_display"] is JsonArray { Count: > 25 } ? ("asm.groups_to_display", "at most 25")
            : mail["send_at"]?.GetValue<long>() > now.AddHours(72).ToUnixTimeSeconds() ? ("send_at", "at most 72 hours ahead") : null;
    }

    private static (string, string)? Texts(JsonNode mail) =>
        (mail["content"] as JsonArray ?? []).Select(one => one!["type"]!.GetValue<string>()).ToList() is ["text/plain", "text/html"] or ["text/plain"] or ["text/html"]
        && mail["content"]!.AsArray().All(one => one!["value"]?.GetValue<string>() is { Length: > 0 })
            ? null
            : ("content", "text/plain comes first, then text/html, none of them empty");

    private static (string, string)? Files(JsonArray files) =>
        files.Any(file => file!["content"] is null || file["filename"]?.GetValue<string>() is not { Length: > 0 } name || name.IndexOfAny(['\r', '\n', ';']) >= 0)
            ? ("attachments", "content and filename are needed")
            : null;

    private static int Size(JsonNode? texts) => Encoding.UTF8.GetByteCount(texts?.ToJsonString() ?? "");
}
