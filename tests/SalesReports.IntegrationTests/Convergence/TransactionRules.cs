using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>
/// What Azure refuses and the emulator may accept: a transaction of more than 100 operations, of more than 4 MiB, over two
/// partitions, or with one row twice. Source: storage.md, facts.
/// </summary>
internal sealed partial class TransactionRules : HttpPipelinePolicy
{
    private const int MostOperations = 100;
    private const int MostBytes = 4 * 1024 * 1024;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            using var content = new MemoryStream();
            message.Request.Content!.WriteTo(content, message.CancellationToken);
            Check(content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        ProcessNext(message, pipeline);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            using var content = new MemoryStream();
            await message.Request.Content!.WriteToAsync(content, message.CancellationToken);
            Check(content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        await ProcessNextAsync(message, pipeline);
    }

    /// <exception cref="InvalidOperationException">Azure would not take it.</exception>
    internal static void Check(ReadOnlySpan<byte> batch)
    {
        var rows = Rows(Encoding.UTF8.GetString(batch));
        var partitions = rows.Select(row => row.Partition).Distinct(StringComparer.Ordinal).ToList();
        var twice = rows.GroupBy(row => row).FirstOrDefault(row => row.Count() > 1)?.Key;
        if (rows.Count is 0 or > MostOperations || batch.Length > MostBytes || partitions.Count > 1 || twice is not null)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"No transaction for Azure: {rows.Count} operations, {batch.Length} bytes, partitions {string.Join(' ', partitions)}, row twice: {twice?.Row}."));
        }
    }

    /// <summary>The keys stand in the address, or for a new row in the JSON after it.</summary>
    private static List<(string Partition, string Row)> Rows(string batch)
    {
        var operations = batch.Split("Content-Type: application/http", StringSplitOptions.RemoveEmptyEntries).Skip(1);
        return [.. operations.Select(operation => Addressed().Match(operation) is { Success: true } address
            ? (Uri.UnescapeDataString(address.Groups["partition"].Value), Uri.UnescapeDataString(address.Groups["row"].Value))
            : (Regex.Unescape(Inserted("PartitionKey", operation)), Regex.Unescape(Inserted("RowKey", operation))))];
    }

    private static string Inserted(string key, string operation) =>
        Regex.Match(operation, $"\"{key}\":\"(?<key>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["key"].Value;

    [GeneratedRegex(@"\(PartitionKey='(?<partition>[^']*)',\s?RowKey='(?<row>([^']|'')*)'\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addressed();
}
