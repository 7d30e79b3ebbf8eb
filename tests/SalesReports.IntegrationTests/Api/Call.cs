using System.Text;

namespace SalesReports.IntegrationTests.Api;

/// <summary>A request that can be changed in one place and sent.</summary>
internal sealed record Call(string Method, string Path, string? Body, string BodyType, string Key, IReadOnlyList<(string Name, string Value)> Headers)
{
    public Call Asking(string query) => this with { Path = Path + (Path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query };

    public Call Without(string header) => this with { Headers = [.. Headers.Where(own => own.Name != header)] };

    public Call With(string header, string value) => Without(header) with { Headers = [.. Without(header).Headers, (header, value)] };

    public Call Replacing(string text, string by) => this with { Path = Path.Replace(text, by, StringComparison.Ordinal) };

    public async Task<Reply> SendAsync(ApiServer server)
    {
        using var content = Body is null ? null : new StringContent(Body, Encoding.UTF8, BodyType);
        return await server.SendAsync(new HttpMethod(Method.ToUpperInvariant()), Path, content, Key, [.. Headers]);
    }
}
