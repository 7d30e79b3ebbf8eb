using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SalesReports.Api;

/// <summary>The bytes of a body, no more of them than its route takes.</summary>
internal static class RawBody
{
    private const int Chunk = 16 * 1024;

    /// <exception cref="ProblemException">413 or 415.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, Route route, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await CopyAsync(request, route, bytes, _ => { }, cancellationToken);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <param name="look">Sees each piece before it is written.</param>
    /// <exception cref="ProblemException">413 or 415, or what <paramref name="look"/> threw.</exception>
    public static async Task CopyAsync(HttpRequest request, Route route, Stream target, Action<ReadOnlyMemory<byte>> look, CancellationToken cancellationToken)
    {
        var body = Taken(request, route);
        var buffer = new byte[Chunk];
        var total = 0L;
        for (int read; (read = await ReadAsync(request, buffer, body, cancellationToken)) > 0;)
        {
            total += read;
            if (total > body.MostBytes)
            {
                throw TooLarge(body);
            }

            look(buffer.AsMemory(0, read));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private static RequestBody Taken(HttpRequest request, Route route)
    {
        var body = route.Body ?? throw new InvalidOperationException($"{route.Name} takes no body.");
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(body.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problems.UnsupportedMediaType(request.ContentType, body.ContentType));
        }

        return request.ContentLength > body.MostBytes ? throw TooLarge(body) : body;
    }

    /// <summary>The host has a limit of its own, and a caller may break off or send nonsense as chunks.</summary>
    private static async Task<int> ReadAsync(HttpRequest request, byte[] buffer, RequestBody body, CancellationToken cancellationToken)
    {
        try
        {
            return await request.Body.ReadAsync(buffer, cancellationToken);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(body);
        }
        catch (BadHttpRequestException)
        {
            throw new ProblemException(Problems.InvalidField("", null, "The body ended before its end, or is not framed as HTTP frames it."));
        }
    }

    private static ProblemException TooLarge(RequestBody body) => new(Problems.TooLarge(body));
}
