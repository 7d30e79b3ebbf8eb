using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SalesReports.Documents.Xlsx;

/// <summary>
/// The parts of a workbook, written once and in order straight into the file: nothing is held, and names, ids and times are ours, so
/// that the same report gives the same bytes. The SDK's own package keeps parts in memory and names some by chance.
/// </summary>
internal sealed class PackageWriter(Stream file) : IDisposable
{
    private const string PackageNamespace = "http://schemas.openxmlformats.org/package/2006/";
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(string Path, string Type)> _types = [];

    /// <param name="path">Without a leading slash.</param>
    public Stream Open(string path, string contentType)
    {
        _types.Add((path, contentType));
        return Entry(path);
    }

    public void Write(string path, string contentType, string xml)
    {
        using var part = Open(path, contentType);
        part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="utf-8" standalone="yes"?>{xml}"""));
    }

    /// <param name="path">Of the part whose relationships these are; empty for the package's own.</param>
    public void Relate(string path, IEnumerable<Relationship> relationships)
    {
        var (folder, name) = (Path.GetDirectoryName(path)?.Replace('\\', '/') ?? "", Path.GetFileName(path));
        using var xml = Xml(Entry($"{folder}{(folder.Length > 0 ? "/" : "")}_rels/{name}.rels"));
        xml.WriteStartElement("Relationships", PackageNamespace + "relationships");
        foreach (var (id, type, target) in relationships)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The list of all parts comes last.</summary>
    public void Dispose()
    {
        using (var xml = Xml(Entry("[Content_Types].xml")))
        {
            xml.WriteStartElement("Types", PackageNamespace + "content-types");
            xml.WriteStartElement("Default");
            xml.WriteAttributeString("Extension", "rels");
            xml.WriteAttributeString("ContentType", "application/vnd.openxmlformats-package.relationships+xml");
            xml.WriteEndElement();
            foreach (var (path, type) in _types)
            {
                xml.WriteStartElement("Override");
                xml.WriteAttributeString("PartName", "/" + path);
                xml.WriteAttributeString("ContentType", type);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        _zip.Dispose();
    }

    private static XmlWriter Xml(Stream stream) => XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private Stream Entry(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Written;
        return entry.Open();
    }
}

/// <param name="Target">Beside the part's own folder.</param>
internal sealed record Relationship(string Id, string Type, string Target);
