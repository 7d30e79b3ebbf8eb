using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace SalesReports.Documents.Graphics;

/// <summary>From letters to glyphs, by HarfBuzz.</summary>
internal static class Shaping
{
    private static readonly ConcurrentDictionary<SKTypeface, Font> _fonts = new();

    public static ShapedRun Of(string text, SKTypeface face, bool isRightToLeft)
    {
        using var buffer = new Buffer();
        buffer.AddUtf8(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _fonts.GetOrAdd(face, Load).Shape(buffer);
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var em = (float)face.UnitsPerEm;
        var places = new SKPoint[infos.Length];
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            places[i] = new SKPoint(x + (positions[i].XOffset / em), -positions[i].YOffset / em);
            x += positions[i].XAdvance / em;
        }

        return new ShapedRun(face, [.. infos.Select(info => (ushort)info.Codepoint)], places, x, Encoding.UTF8.GetBytes(text), [.. infos.Select(info => info.Cluster)]);
    }

    /// <summary>A whole text under the glyph of one mark.</summary>
    public static ShapedRun Mark(string text, string mark, SKTypeface face) => Of(mark, face, isRightToLeft: false) with { Text = Encoding.UTF8.GetBytes(text), Clusters = [0] };

    private static Font Load(SKTypeface face)
    {
        using var stream = face.OpenStream(out var index);
        using var blob = Copied(stream);
        using var table = new Face(blob, index);
        var font = new Font(table);
        font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        font.SetFunctionsOpenType();
        return font;
    }

    /// <summary>HarfBuzz takes a copy of its own: what its wrapper makes of a stream is memory that the collector moves.</summary>
    private static Blob Copied(SKStreamAsset stream)
    {
        var memory = Marshal.AllocHGlobal(stream.Length);
        try
        {
            stream.Read(memory, stream.Length);
            return new Blob(memory, stream.Length, MemoryMode.Duplicate);
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }
}
