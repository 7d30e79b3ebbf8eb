namespace SalesReports.Sources.Csv;

/// <summary>A flat set of files to import from.</summary>
public abstract class ImportFiles
{
    /// <summary>What to call it in a sentence.</summary>
    public abstract string Place { get; }

    /// <summary>The names of the files, in ordinal order.</summary>
    /// <exception cref="SourceException">There is no such place.</exception>
    public abstract Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);

    /// <param name="name">One of the names listed.</param>
    public abstract Task<Stream> OpenAsync(string name, CancellationToken cancellationToken);
}

/// <summary>The files directly in a folder.</summary>
public sealed class FolderFiles(string folder) : ImportFiles
{
    public override string Place => $"folder '{folder}'";

    public override Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new SourceException(SourceFault.Configuration, $"The import folder '{folder}' does not exist; name an existing folder with files such as orders.csv.");
        }

        return Task.FromResult<IReadOnlyList<string>>([.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]);
    }

    public override Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Path.GetFileName(name));
        try
        {
            return Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(SourceFault.Configuration, $"The file {name} of {Place} cannot be opened; the account the program runs under must be allowed to read it.", exception);
        }
    }
}
