using Microsoft.Extensions.Options;
using SalesReports.Calendar;

namespace SalesReports.Delivery;

/// <summary>Everybody who gets reports: those whom admins keep, and at first those whom the configuration names.</summary>
public sealed class Recipients(RecipientTable table, RecipientRules rules, IOptions<DeliveryOptions> options)
{
    private volatile bool _isSeeded;

    /// <summary>Everybody, whatever their status.</summary>
    public async Task<IReadOnlyList<Recipient>> AllAsync(CancellationToken cancellationToken)
    {
        await SeedAsync(cancellationToken);
        return await table.ReadAllAsync(cancellationToken);
    }

    /// <summary>Everybody who gets reports of this kind now.</summary>
    public async Task<IReadOnlyList<Recipient>> OfAsync(PeriodKind kind, CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(recipient => recipient.Gets(kind))];

    /// <summary>Once a process, or twice at the same time: whoever is known by address is left as they are.</summary>
    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var draft in _isSeeded ? [] : options.Value.Recipients)
        {
            if (rules.Check(draft.ToDraft()).Recipient is { } recipient)
            {
                await table.SeedAsync(recipient, cancellationToken);
            }
        }

        _isSeeded = true;
    }
}
