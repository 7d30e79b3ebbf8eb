using System.IO.Compression;

namespace SalesReports.Rollups.Details;

/// <summary>Contents as they lie in storage: <c>gunzip</c> shows them.</summary>
internal static class Compressed
{
    public static byte[] Write(byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var zipped = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            zipped.Write(content);
        }

        return buffer.ToArray();
    }

    public static byte[] Read(byte[] compressed)
    {
        using var zipped = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        zipped.CopyTo(content);
        return content.ToArray();
    }
}
