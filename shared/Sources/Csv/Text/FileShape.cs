using System.Buffers;
using System.Text;

namespace SalesReports.Sources.Csv.Text;

/// <summary>How the bytes of a file become cells.</summary>
public sealed record FileShape(Encoding Encoding, char Delimiter)
{
    private const int ChunkLength = 64 * 1024;

    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// What is not declared is found out. Encoding: the byte order mark, else UTF-8 unless more of the file's non-ASCII
    /// sequences are wrong in UTF-8 than right, then Windows-1252. Delimiter: the most frequent of comma, semicolon and tab
    /// outside quotes in the first line.
    /// </summary>
    public static async Task<FileShape> DetectAsync(Stream bytes, Encoding? encoding, char? delimiter, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            var length = await bytes.ReadAtLeastAsync(chunk.AsMemory(0, ChunkLength), ChunkLength, throwOnEndOfStream: false, cancellationToken);
            var head = chunk.AsSpan(0, length).ToArray();
            encoding = MarkOf(head) ?? encoding ?? await GuessAsync(bytes, chunk, length, cancellationToken);
            return new FileShape(encoding, delimiter ?? DelimiterOf(encoding.GetString(head)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Reads the text behind a byte order mark, if there is one.</summary>
    public StreamReader Open(Stream bytes) => new(bytes, Encoding, detectEncodingFromByteOrderMarks: true, ChunkLength);

    private static Encoding? MarkOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static async Task<Encoding> GuessAsync(Stream bytes, byte[] chunk, int length, CancellationToken cancellationToken)
    {
        long right = 0, wrong = 0;
        while (length > 0)
        {
            var left = Count(chunk.AsSpan(0, length), ref right, ref wrong);
            chunk.AsSpan(length - left, left).CopyTo(chunk);
            var read = await bytes.ReadAsync(chunk.AsMemory(left, ChunkLength - left), cancellationToken);
            if (read == 0)
            {
                wrong += left > 0 ? 1 : 0;
                break;
            }

            length = left + read;
        }

        return wrong > right ? Windows1252 : Utf8;
    }

    /// <summary>Counts the multi-byte sequences; gives the number of bytes at the end that may go on in the next chunk.</summary>
    private static int Count(ReadOnlySpan<byte> bytes, ref long right, ref long wrong)
    {
        while (true)
        {
            var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
            {
                return 0;
            }

            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == OperationStatus.NeedMoreData)
            {
                return bytes.Length;
            }

            (right, wrong) = status == OperationStatus.Done ? (right + 1, wrong) : (right, wrong + 1);
            bytes = bytes[consumed..];
        }
    }

    private static char DelimiterOf(string head)
    {
        int commas = 0, semicolons = 0, tabs = 0;
        var quoted = false;
        foreach (var character in head)
        {
            quoted ^= character == '"';
            if (!quoted && character is ('\n' or '\r') && commas + semicolons + tabs > 0)
            {
                break;
            }

            commas += !quoted && character == ',' ? 1 : 0;
            semicolons += !quoted && character == ';' ? 1 : 0;
            tabs += !quoted && character == '\t' ? 1 : 0;
        }

        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }
}
