using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Delivery;

/// <summary>A recipient as a table row with named columns.</summary>
internal static class RecipientRow
{
    public static string Key(string id) => "r~" + FactKeys.Escape(id);

    public static TableEntity Write(Recipient recipient)
    {
        var row = new TableEntity(RecipientTable.Partition, Key(recipient.Id))
        {
            ["id"] = recipient.Id,
            ["createdAt"] = recipient.CreatedAt,
            ["createdBy"] = recipient.CreatedBy,
            ["updatedAt"] = recipient.UpdatedAt,
            ["updatedBy"] = recipient.UpdatedBy,
        };
        foreach (var (field, text) in Fields(recipient))
        {
            row[field] = text;
        }

        return row;
    }

    public static Recipient Read(TableEntity row) => new()
    {
        Id = row.GetString("id"),
        Email = row.GetString("email"),
        DisplayName = row.GetString("displayName"),
        Language = row.GetString("language"),
        Reports = Many(row.GetString("reports"), RecipientRules.ReportNames),
        Attachments = Many(row.GetString("attachments"), RecipientRules.AttachmentNames),
        Scope = row.GetString("scope"),
        Required = row.GetString("required") == "true",
        Status = Enum.Parse<RecipientStatus>(row.GetString("status"), ignoreCase: true),
        CreatedAt = row.GetDateTimeOffset("createdAt") ?? default,
        CreatedBy = row.GetString("createdBy"),
        UpdatedAt = row.GetDateTimeOffset("updatedAt") ?? default,
        UpdatedBy = row.GetString("updatedBy"),
        ETag = row.ETag,
    };

    /// <summary>The fields that differ; all of them when one side is null.</summary>
    public static IReadOnlyList<FieldChange> Changes(Recipient? before, Recipient? after)
    {
        var (old, now) = (before is null ? [] : Fields(before), after is null ? [] : Fields(after));
        return
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Select(field => new FieldChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Fields(Recipient recipient) => new(StringComparer.Ordinal)
    {
        ["email"] = recipient.Email,
        ["displayName"] = recipient.DisplayName,
        ["language"] = recipient.Language,
        ["reports"] = string.Join(',', recipient.Reports.Select(report => NameOf(report, RecipientRules.ReportNames))),
        ["attachments"] = string.Join(',', recipient.Attachments.Select(form => NameOf(form, RecipientRules.AttachmentNames))),
        ["scope"] = recipient.Scope,
        ["required"] = recipient.Required ? "true" : "false",
        ["status"] = recipient.Status.ToString().ToLowerInvariant(),
    };

    private static string NameOf<T>(T value, IReadOnlyDictionary<string, T> names)
        where T : struct => names.Single(name => name.Value.Equals(value)).Key;

    private static IReadOnlyList<T> Many<T>(string text, IReadOnlyDictionary<string, T> names) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => names[name])];
}
