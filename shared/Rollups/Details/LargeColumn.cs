using System.Globalization;
using Azure.Data.Tables;
using SalesReports.Store;

namespace SalesReports.Rollups.Details;

/// <summary>A column of any size: in the row as far as a row can carry it, else in a blob that the row names.</summary>
internal sealed class LargeColumn(Tables tables, string name)
{
    /// <summary>Characters a row may carry as text; a row holds 1 MiB, two bytes a character, and all of a day's rows must go into one transaction.</summary>
    private const int MostText = 150_000;

    /// <summary>Bytes a row may carry of one content: the detailed row has three.</summary>
    private const int MostBytes = 250_000;

    /// <summary>A column holds 64 KiB; longer contents go on in <c>name_1</c>, <c>name_2</c>, …</summary>
    private const int ColumnLength = 60_000;

    private readonly string _blobColumn = name + "Blob";

    /// <summary>The columns that bytes can be in.</summary>
    public IEnumerable<string> Columns => Enumerable.Range(0, (MostBytes / ColumnLength) + 1).Select(PartOf).Append(_blobColumn);

    /// <summary>Text as text, that a person can read it.</summary>
    public async Task SetTextAsync(TableEntity entity, string text, string blobName, CancellationToken cancellationToken)
    {
        if (text.Length <= MostText)
        {
            FactRow.SetText(entity, name, text);
            return;
        }

        await SpillAsync(entity, BinaryData.FromString(text), blobName, cancellationToken);
    }

    public async Task<string> TextAsync(TableEntity entity, CancellationToken cancellationToken) =>
        await SpilledAsync(entity, cancellationToken) is { } spilled ? spilled.ToString() : FactRow.TextOf(entity, name);

    public async Task SetBytesAsync(TableEntity entity, byte[] content, string blobName, CancellationToken cancellationToken)
    {
        if (content.Length > MostBytes)
        {
            await SpillAsync(entity, BinaryData.FromBytes(content), blobName, cancellationToken);
            return;
        }

        for (var (part, from) = (0, 0); from < content.Length; part++, from += ColumnLength)
        {
            entity[PartOf(part)] = content.AsSpan(from, Math.Min(ColumnLength, content.Length - from)).ToArray();
        }
    }

    public async Task<byte[]> BytesAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        if (await SpilledAsync(entity, cancellationToken) is { } spilled)
        {
            return spilled.ToArray();
        }

        var content = new List<byte>();
        for (var part = 0; entity.TryGetValue(PartOf(part), out var bytes); part++)
        {
            content.AddRange((byte[])bytes);
        }

        return [.. content];
    }

    /// <summary>The blob's name says its content, so a blob that is there already is the same.</summary>
    private async Task SpillAsync(TableEntity entity, BinaryData content, string blobName, CancellationToken cancellationToken)
    {
        var container = await tables.ContainerAsync(DayKeys.Table, cancellationToken);
        await container.GetBlobClient(blobName).UploadAsync(content, overwrite: true, cancellationToken);
        entity[_blobColumn] = blobName;
    }

    private async Task<BinaryData?> SpilledAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        if (entity.GetString(_blobColumn) is not { } blobName)
        {
            return null;
        }

        var container = await tables.ContainerAsync(DayKeys.Table, cancellationToken);
        return (await container.GetBlobClient(blobName).DownloadContentAsync(cancellationToken)).Value.Content;
    }

    private string PartOf(int part) => part == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{part}");
}
