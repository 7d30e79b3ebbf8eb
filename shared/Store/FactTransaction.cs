using Azure.Data.Tables;

namespace SalesReports.Store;

/// <summary>Gathers changes of one shard up to what one entity group transaction holds: 100 operations and 4 MiB.</summary>
internal sealed class FactTransaction(string shard, long sequence)
{
    private const int MostActions = 100;

    private readonly List<FactChange> _changes = [];
    private readonly HashSet<string> _markers = new(StringComparer.Ordinal);
    private int _rows;
    private int _size;

    public IReadOnlyList<FactChange> Changes => _changes;

    /// <summary>The operations with one dirty marker a day.</summary>
    public IReadOnlyList<TableTransactionAction> Actions =>
    [
        .. _changes.SelectMany(change => change.Actions),
        .. _markers.Select(day => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace, new TableEntity(shard, FactKeys.Marker(day)) { ["import"] = sequence })),
    ];

    /// <summary>False when the change no longer fits; the first one always does.</summary>
    public bool TryAdd(FactChange change)
    {
        var markers = change.DirtyDays.Count(day => !_markers.Contains(day));
        var size = change.Actions.Sum(action => WireSize.Of((TableEntity)action.Entity));
        if (_changes.Count > 0 && (_rows + change.Actions.Count + _markers.Count + markers > MostActions || _size + size > WireSize.Most))
        {
            return false;
        }

        _changes.Add(change);
        _markers.UnionWith(change.DirtyDays);
        _rows += change.Actions.Count;
        _size += size;
        return true;
    }
}
