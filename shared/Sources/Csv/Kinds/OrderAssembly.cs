using SalesReports.Facts;

namespace SalesReports.Sources.Csv.Kinds;

/// <summary>Makes one order of its rows, whole or not at all: whatever is wrong with one of them refuses each of them. Source: imports.md.</summary>
internal sealed class OrderAssembly(string source, IPullLog log)
{
    public Order? Assemble(RowGroup group)
    {
        var order = Read(group);
        if (group.Rows.FirstOrDefault(row => row.Refusal is not null) is { } wrong)
        {
            foreach (var row in group.Rows)
            {
                log.Reject(Rejections.Row(row, row.Refusal ?? new Refusal(null, null,
                    $"Line {wrong.Line} of {wrong.Table.File}, which belongs to the same order '{group.Key}', cannot be taken, so the order is left out whole.")));
            }

            return null;
        }

        return order;
    }

    private Order? Read(RowGroup group)
    {
        var heads = group.Rows.Where(row => !ReferenceEquals(row.Table.Kind, ImportKind.OrderLines)).Select(row => (Row: row, Head: OrderRows.Head(row))).ToList();
        if (heads.Count == 0)
        {
            RefuseAll(group, $"There is no order '{group.Key}' among the rows of orders that could be read.");
            return null;
        }

        var orderedAt = Agreed(group, heads, "ordered_at", head => head.OrderedAt);
        var customer = AgreedText(group, heads, "customer_id", head => head.CustomerId);
        var status = Agreed(group, heads, "status", head => head.Status);
        var rep = AgreedText(group, heads, "rep_id", head => head.RepId);
        var channel = Agreed(group, heads, "channel", head => head.Channel);
        var currency = Agreed(group, heads, "currency", head => head.Currency);
        var first = heads[0].Row;
        var deleted = heads.Exists(head => head.Head.Deleted);
        var lines = Lines(group, deleted);
        if (lines.Count == 0 && !deleted)
        {
            first.Refuse($"Order '{group.Key}' has no line that could be read.");
        }

        var order = new Order
        {
            Source = source,
            Id = group.Key,
            OrderedAt = first.Need(orderedAt, "ordered_at"),
            CustomerId = first.Need(customer, "customer_id"),
            Status = status ?? OrderStatus.Booked,
            RepId = rep,
            Channel = channel,
            Currency = currency,
            QuoteId = First(heads.Select(head => head.Head.QuoteId)),
            OpportunityId = First(heads.Select(head => head.Head.OpportunityId)),
            LeadSource = First(heads.Select(head => head.Head.LeadSource)),
            ModifiedAt = heads.Max(head => head.Head.UpdatedAt),
            Deleted = deleted,
            Lines = [.. lines.Select(line => line.Line)],
        };
        if (group.Rows.All(row => row.Refusal is null))
        {
            FactChecks.OfNetAmounts(order).ToList().ForEach(log.Note);
        }

        return order;
    }

    /// <summary>The lines by number. Lines without a number take the free ones from 1 up, in the order of the file.</summary>
    private static List<OrderLineRow> Lines(RowGroup group, bool deleted)
    {
        var rows = group.Rows
            .Where(row => !ReferenceEquals(row.Table.Kind, ImportKind.OrderHeads) && !(deleted && !row.Says("quantity")))
            .Select(row => (Row: row, Read: OrderRows.Line(row))).ToList();
        var lines = new SortedDictionary<int, OrderLineRow>();
        foreach (var (row, read) in rows.Where(row => row.Read.Number is not null))
        {
            if (!lines.TryAdd(read.Number!.Value, read) && lines[read.Number.Value].Line != read.Line)
            {
                row.Refuse("line_no", $"Order '{group.Key}' has line {read.Number} twice with different content; one of them is accepted.");
            }
        }

        var number = 1;
        foreach (var read in rows.Select(row => row.Read).Where(read => read.Number is null))
        {
            while (lines.ContainsKey(number))
            {
                number++;
            }

            lines.Add(number, read with { Line = read.Line with { Number = number } });
        }

        return [.. lines.Values];
    }

    /// <summary>Lines of one order may come from two quotes: that is no contradiction, and the choice must not hang on their order in the file.</summary>
    private static string? First(IEnumerable<string?> texts) => texts.Where(text => text is not null).Order(StringComparer.Ordinal).FirstOrDefault();

    private static T? Agreed<T>(RowGroup group, List<(Cells Row, OrderHeadRow Head)> heads, string column, Func<OrderHeadRow, T?> value)
        where T : struct
    {
        var said = heads.Where(head => head.Row.Says(column)).ToList();
        var given = said.Select(head => value(head.Head)).FirstOrDefault(one => one is not null);
        foreach (var (row, head) in said)
        {
            if (value(head) is { } other && !other.Equals(given!.Value))
            {
                RefuseContradiction(group, row, column, given.Value.ToString());
            }
        }

        return given ?? value(heads[0].Head);
    }

    private static string? AgreedText(RowGroup group, List<(Cells Row, OrderHeadRow Head)> heads, string column, Func<OrderHeadRow, string?> value)
    {
        var said = heads.Where(head => head.Row.Says(column)).ToList();
        var given = said.Select(head => value(head.Head)).FirstOrDefault(one => one is not null);
        foreach (var (row, head) in said)
        {
            if (value(head) is { } other && other != given)
            {
                RefuseContradiction(group, row, column, given);
            }
        }

        return given ?? value(heads[0].Head);
    }

    private static void RefuseContradiction(RowGroup group, Cells row, string column, string? other) =>
        row.Refuse(column, $"The rows of order '{group.Key}' contradict each other in {column}: another one says '{Rejections.Shorten(other ?? "")}'; all of them must agree.");

    private static void RefuseAll(RowGroup group, string reason)
    {
        foreach (var row in group.Rows)
        {
            row.Refuse(reason);
        }
    }
}
