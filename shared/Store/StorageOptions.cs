using System.ComponentModel.DataAnnotations;

namespace SalesReports.Store;

/// <summary>Where everything is kept; read from the configuration's root.</summary>
public sealed record StorageOptions : IValidatableObject
{
    /// <summary>Connection string of a storage account or an emulator.</summary>
    public string? Storage { get; init; }

    /// <summary>Name of a storage account that the host's own identity may use; instead of <see cref="Storage"/>.</summary>
    public string? StorageAccount { get; init; }

    /// <summary>Put before every table, container and queue name, so that several installations can share an emulator. Not for Azure, where triggers name their queues.</summary>
    [RegularExpression("^([A-Za-z][A-Za-z0-9]{0,19})?$", ErrorMessage = "TablePrefix takes up to 20 letters and digits, a letter first.")]
    public string TablePrefix { get; init; } = "";

    /// <summary>Partitions a table of facts is spread over, kept in storage when it is first used; unset takes what is kept there. See <see cref="ShardCount"/>.</summary>
    [Range(1, 999)]
    public int? Shards { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Storage) == string.IsNullOrWhiteSpace(StorageAccount))
        {
            yield return new ValidationResult("Set either Storage (a connection string) or StorageAccount (the name of a storage account), not both.", [nameof(Storage)]);
        }
    }
}
