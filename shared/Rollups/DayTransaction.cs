using Azure.Data.Tables;
using SalesReports.Rollups.Details;
using SalesReports.Store;

namespace SalesReports.Rollups;

/// <summary>
/// Gathers the rows of some days up to what one entity group transaction holds: 100 operations and 4 MiB. The detailed row is
/// the lock: it is always written, and only over the version that was read.
/// </summary>
internal sealed class DayTransaction(Tables tables)
{
    private const int MostActions = 100;

    private readonly List<(DayContent Now, StoredDay? Before)> _days = [];
    private readonly List<TableTransactionAction> _actions = [];
    private readonly HashSet<string> _months = new(StringComparer.Ordinal);
    private int _size;

    public IReadOnlyList<(DayContent Now, StoredDay? Before)> Days => _days;

    /// <summary>The rows, and one marker for each month whose details change.</summary>
    public IReadOnlyList<TableTransactionAction> Actions =>
    [
        .. _actions,
        .. _months.Select(MonthMarkers.Set),
    ];

    /// <summary>False when the day no longer fits; the first one always does.</summary>
    public async Task<bool> TryAddAsync(DayContent now, StoredDay? before, CancellationToken cancellationToken)
    {
        var actions = await ActionsAsync(now, before, cancellationToken);
        var was = before?.Names ?? DayNames.None;
        var month = (now.Names.Sales, now.Names.Funnel) == (was.Sales, was.Funnel) ? null : DayKeys.Month(now.Built.Day);
        var size = actions.Sum(action => WireSize.Of((TableEntity)action.Entity));
        var markers = _months.Count + (month is null || _months.Contains(month) ? 0 : 1);
        if (_days.Count > 0 && (_actions.Count + actions.Count + markers > MostActions || _size + size > WireSize.Most))
        {
            return false;
        }

        if (month is not null)
        {
            _months.Add(month);
        }

        _days.Add((now, before));
        _actions.AddRange(actions);
        _size += size;
        return true;
    }

    private async Task<IReadOnlyList<TableTransactionAction>> ActionsAsync(DayContent now, StoredDay? before, CancellationToken cancellationToken)
    {
        var was = before?.Names ?? DayNames.None;
        var day = now.Built.Day;
        var detail = await now.DetailAsync(tables, cancellationToken);
        var actions = new List<TableTransactionAction>
        {
            before is null || before.ETag == default
                ? new TableTransactionAction(TableTransactionActionType.Add, detail)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, detail, before.ETag),
        };
        if (now.Names.Light != was.Light)
        {
            actions.Add(PutOrDelete(await now.LightAsync(tables, cancellationToken), DayKeys.Light(day)));
        }

        if (now.Names.Shares != was.Shares)
        {
            actions.Add(PutOrDelete(await now.SharesAsync(tables, cancellationToken), DayKeys.Shares(day)));
        }

        if (await CustomerChanges.NoteAsync(tables, now, before, cancellationToken) is { } note)
        {
            actions.Add(note);
        }

        return actions;
    }

    /// <summary>The lock guards these rows, so that they need no version of their own.</summary>
    private static TableTransactionAction PutOrDelete(TableEntity? entity, string rowKey) => entity is null
        ? new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(DayKeys.Partition, rowKey), Azure.ETag.All)
        : new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity);
}
