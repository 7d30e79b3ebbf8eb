using Microsoft.AspNetCore.Http;
using SalesReports.Store;

namespace SalesReports.Api;

/// <summary>GET /operations/{id}: how work goes that was asked for.</summary>
public sealed class GetOperation(Gate gate, OperationStore operations)
{
    public Task<IResult> RunAsync(HttpRequest request, string id) => gate.AdmitAsync(request, OperationPaths.Get, async (_, cancellationToken) =>
    {
        Query.RefuseUnknown(request, OperationPaths.Get);
        var operation = await operations.FindAsync(id, cancellationToken) ?? throw new ProblemException(Problems.NoOperation(id));
        return Answers.Private(request, OperationAnswer.Of(operation));
    });
}
