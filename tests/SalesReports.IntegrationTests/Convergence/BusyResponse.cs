using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace SalesReports.IntegrationTests.Convergence;

/// <summary>Storage says 503 and did nothing; the client tries again.</summary>
internal sealed class BusyResponse : Response
{
    public override int Status => 503;

    /// <summary>The transport says so of a real answer; without it the client takes this one for a success of some operations.</summary>
    public override bool IsError => true;

    public override string ReasonPhrase => "Server Busy";

    public override Stream? ContentStream { get; set; } = new MemoryStream();

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }
}
