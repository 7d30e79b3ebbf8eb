using SalesReports.Calendar;
using SalesReports.Sources.Csv.Kinds;
using SalesReports.Sources.Csv.Mapping;
using SalesReports.Sources.Csv.Text;

namespace SalesReports.Sources.Csv;

/// <summary>Opens a file as a table of a kind; one that cannot be is a rejection of that file alone.</summary>
internal sealed class TableOpener(ImportFiles files, IReadOnlyList<string> names, ImportMapping mapping, BusinessZone zone)
{
    private const int MostJoinedRows = 1_000_000;

    /// <summary>The file of a kind; null when there is none.</summary>
    public string? FileOf(ImportKind kind) => Find(mapping.Of(kind).File ?? kind.FileName);

    /// <summary>A file that the mapping counts on and that is not there; null when all is well.</summary>
    public Rejection? Absence(ImportKind kind) => mapping.Kinds.TryGetValue(kind.Name, out var mapped) && FileOf(kind) is null
        ? Rejections.WholeFile(mapped.File ?? kind.FileName, $"The mapping of {kind.Name} names the file {mapped.File ?? kind.FileName}, but {files.Place} has {string.Join(", ", names.Take(100))}.")
        : null;

    public async Task<Table?> OpenAsync(ImportKind kind, string file, IPullLog log, CancellationToken cancellationToken)
    {
        var mapped = mapping.Of(kind);
        var shape = await ShapeAsync(file, mapped, cancellationToken);
        if (await HeaderAsync(file, shape, cancellationToken) is not { } header)
        {
            log.Reject(Rejections.WholeFile(file, $"{file} is empty; a first line with the column names is needed, at least {string.Join(", ", kind.Required)}."));
            return null;
        }

        if (header.Cells.Count > RecordReader.MostColumns)
        {
            log.Reject(Rejections.WholeFile(file, $"{file} has more than {RecordReader.MostColumns} columns."));
            return null;
        }

        var numbers = new NumberText(mapped.Culture);
        var (columns, wrong) = await ColumnsAsync(kind, mapped, header, numbers, cancellationToken);
        var missing = kind.Required.FirstOrDefault(required => !required.Split(" or ").Any(columns.ContainsKey));
        if (wrong is not null || missing is not null)
        {
            log.Reject(Rejections.WholeFile(file, wrong is not null
                ? $"The mapping of {kind.Name} cannot be used: {wrong}."
                : $"{file} is not read as {kind.Name} because the required column {missing} is missing; it has {header.Names}."));
            return null;
        }

        return new Table
        {
            Kind = kind,
            File = file,
            Shape = shape,
            Header = header,
            Columns = columns,
            Numbers = numbers,
            Dates = new DateText(mapped.DateFormats, mapped.Culture, zone),
            Zone = zone,
        };
    }

    private string? Find(string name) =>
        names.FirstOrDefault(file => file == name) ?? names.FirstOrDefault(file => string.Equals(file, name, StringComparison.OrdinalIgnoreCase));

    private async Task<FileShape> ShapeAsync(string file, KindMapping mapped, CancellationToken cancellationToken)
    {
        await using var bytes = await files.OpenAsync(file, cancellationToken);
        return await FileShape.DetectAsync(bytes, mapped.Encoding, mapped.Delimiter, cancellationToken);
    }

    private async Task<FileHeader?> HeaderAsync(string file, FileShape shape, CancellationToken cancellationToken)
    {
        await foreach (var record in TableReader.RecordsAsync(files, file, shape, cancellationToken))
        {
            return new FileHeader(file, record.Count > RecordReader.MostColumns ? [.. record.Cells, ""] : record.Cells);
        }

        return null;
    }

    private async Task<(Dictionary<string, ColumnPlan> Columns, string? Wrong)> ColumnsAsync(
        ImportKind kind, KindMapping mapped, FileHeader header, NumberText numbers, CancellationToken cancellationToken)
    {
        var columns = new Dictionary<string, ColumnPlan>();
        foreach (var column in kind.Columns)
        {
            var (feed, wrong) = mapped.Joins.TryGetValue(column, out var join)
                ? await JoinAsync(join, mapped, header, cancellationToken)
                : Direct(column, mapped, header, numbers);
            if (wrong is not null)
            {
                return (columns, wrong);
            }

            var fallback = mapped.Defaults.GetValueOrDefault(column, "");
            if (feed is not null || fallback.Length > 0)
            {
                var label = feed is ColumnFeed direct ? header.Cells[direct.Index] : column;
                columns[column] = new ColumnPlan(label, feed ?? new ConstantFeed(""), mapped.Values.GetValueOrDefault(column), fallback);
            }
        }

        return (columns, null);
    }

    private static (Feed? Feed, string? Wrong) Direct(string column, KindMapping mapped, FileHeader header, NumberText numbers)
    {
        if (mapped.Constants.TryGetValue(column, out var constant))
        {
            return (new ConstantFeed(constant), null);
        }

        if (mapped.Columns.TryGetValue(column, out var expression))
        {
            string? wrong = null;
            var feed = expression is null ? null : Expression.Read(expression, header, numbers, out wrong);
            return (feed, wrong);
        }

        return (header.IndexOf(column) is >= 0 and var index ? new ColumnFeed(index) : null, null);
    }

    private async Task<(Feed? Feed, string? Wrong)> JoinAsync(Join join, KindMapping mapped, FileHeader header, CancellationToken cancellationToken)
    {
        var by = header.IndexOf(join.By);
        if (by < 0)
        {
            return (null, $"'{join.By}' is not a column of {header.File}, which has {header.Names}");
        }

        var kind = ImportKind.Named(join.From);
        var other = kind is null ? KindMapping.Canonical : mapping.Of(kind);
        var file = (kind is null ? null : FileOf(kind)) ?? Find(join.From) ?? Find(join.From + ".csv");
        if (file is null)
        {
            return (null, $"the join takes from '{join.From}', which is no file of {files.Place}; it has {string.Join(", ", names.Take(100))}");
        }

        var shape = await ShapeAsync(file, other, cancellationToken);
        var otherHeader = await HeaderAsync(file, shape, cancellationToken) ?? new FileHeader(file, []);
        var (key, take) = (otherHeader.IndexOf(join.Key ?? join.By), otherHeader.IndexOf(join.Take));
        if (key < 0 || take < 0)
        {
            return (null, $"'{(key < 0 ? join.Key ?? join.By : join.Take)}' is not a column of {file}, which has {otherHeader.Names}");
        }

        var keyFeeds = mapped.Values.FirstOrDefault(values => header.IndexOf(mapped.Columns.GetValueOrDefault(values.Key) ?? values.Key) == by).Value;
        return await LoadAsync(file, shape, key, take, cancellationToken) is { } table
            ? (new JoinFeed(by, table, keyFeeds), null)
            : (null, $"the join takes from {file}, which has more than {MostJoinedRows:N0} rows");
    }

    private async Task<Dictionary<string, string>?> LoadAsync(string file, FileShape shape, int key, int take, CancellationToken cancellationToken)
    {
        var table = new Dictionary<string, string>();
        var (keys, values) = (new ColumnFeed(key), new ColumnFeed(take));
        var header = true;
        await foreach (var record in TableReader.RecordsAsync(files, file, shape, cancellationToken))
        {
            if (!header && keys.Read(record.Cells) is { Length: > 0 } id)
            {
                table.TryAdd(id, values.Read(record.Cells));
            }

            header = false;
            if (table.Count > MostJoinedRows)
            {
                return null;
            }
        }

        return table;
    }
}
