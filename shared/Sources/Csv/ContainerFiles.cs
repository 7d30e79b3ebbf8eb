using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SalesReports.Sources.Csv;

/// <summary>The blobs at the top of a container.</summary>
public sealed class ContainerFiles(BlobContainerClient container) : ImportFiles
{
    public override string Place => $"container '{container.Name}'";

    public override async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            var names = new List<string>();
            await foreach (var blob in container.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Delimiter = "/" }, cancellationToken))
            {
                if (blob.IsBlob)
                {
                    names.Add(blob.Blob.Name);
                }
            }

            names.Sort(StringComparer.Ordinal);
            return names;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            throw new SourceException(SourceFault.Configuration, $"The import container '{container.Name}' does not exist; create it and put files such as orders.csv in it, or set ImportFolder.", exception);
        }
        catch (RequestFailedException exception)
        {
            throw Fault(exception);
        }
    }

    public override async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await container.GetBlobClient(name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException exception)
        {
            throw Fault(exception);
        }
    }

    private SourceException Fault(RequestFailedException exception)
    {
        var fault = exception.Status switch
        {
            429 or 503 => SourceFault.Throttled,
            401 or 403 or 404 => SourceFault.Configuration,
            _ => SourceFault.Transient,
        };
        return new SourceException(fault, $"The import container '{container.Name}' cannot be read: storage answered {exception.Status} {exception.ErrorCode}.", exception);
    }
}
