using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace SalesReports.Local.Runner;

/// <summary>Serves HTTP functions with the answers of the real host: 404 for a route or method nobody has.</summary>
internal sealed partial class HttpRunner(FunctionCatalog catalog, FunctionCall call, HostFile host, ILogger<HttpRunner> logger)
{
    public void Map(WebApplication app)
    {
        app.UseRouting();
        app.Use((context, next) => context.GetEndpoint()?.Metadata.GetMetadata<LocalFunction>() is null
            ? Problem(StatusCodes.Status404NotFound, "There is nothing at this address for this method.").ExecuteAsync(context)
            : next(context));
        foreach (var (function, trigger) in catalog.With<HttpTriggerAttribute>())
        {
            app.MapMethods($"/{host.RoutePrefix}/{trigger.Route ?? function.Name}", trigger.Methods, context => AnswerAsync(function, context))
                .WithMetadata(function);
        }
    }

    private async Task AnswerAsync(LocalFunction function, HttpContext context)
    {
        try
        {
            var route = new Dictionary<string, object?>(context.Request.RouteValues, StringComparer.OrdinalIgnoreCase);
            var result = await call.RunAsync(function, context.Request, route, context.RequestAborted);
            await (result is IResult answer ? answer.ExecuteAsync(context) : Task.CompletedTask);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has hung up; nobody reads an answer.
        }
        catch (Exception failure)
        {
            // The last place that can answer: the caller learns that it failed, the log learns why.
            LogFailed(failure, function.Name);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
            await Problem(StatusCodes.Status500InternalServerError, "The request could not be answered because of a fault on this side.").ExecuteAsync(context);
        }
    }

    private static IResult Problem(int status, string detail) => Results.Problem(new ProblemDetails { Status = status, Detail = detail });

    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed")]
    private partial void LogFailed(Exception failure, string function);
}
