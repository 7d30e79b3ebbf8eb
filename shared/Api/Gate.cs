using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesReports.Api;

/// <summary>
/// Every request passes here, in both hosts: the key is checked, and whatever goes wrong becomes problem details. The
/// Functions host answers an escaped exception with an empty 500, so none may escape.
/// </summary>
public sealed partial class Gate
{
    /// <summary>A cursor and some parameters fit; nothing honest is longer.</summary>
    internal const int LongestAddress = 4096;

    private readonly ApiKeys _keys;
    private readonly EntraTokens? _tokens;
    private readonly FailedAttempts _failed;
    private readonly ILogger<Gate> _logger;

    /// <param name="tokens">Null when no tokens are taken.</param>
    internal Gate(ApiKeys keys, EntraTokens? tokens, FailedAttempts failed, ILogger<Gate> logger) => (_keys, _tokens, _failed, _logger) = (keys, tokens, failed, logger);

    /// <summary>For a route that needs a key.</summary>
    internal Task<IResult> AdmitAsync(HttpRequest request, Route route, Func<Caller, CancellationToken, Task<IResult>> handle) =>
        AnswerAsync(request, route, async token => await handle(await CheckAsync(request, route, token), token));

    /// <summary>For a route that anybody may call.</summary>
    internal Task<IResult> OpenAsync(HttpRequest request, Route route, Func<CancellationToken, Task<IResult>> handle) =>
        AnswerAsync(request, route, handle);

    private async Task<IResult> AnswerAsync(HttpRequest request, Route route, Func<CancellationToken, Task<IResult>> handle)
    {
        var context = request.HttpContext;
        SetSafetyHeaders(context.Response);
        try
        {
            RefuseLongAddress(request);
            return await handle(context.RequestAborted);
        }
        catch (ProblemException refused)
        {
            return Answers.Of(refused.Problem);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (Exception fault) when (IsStorageDown(fault))
        {
            LogStorageDown(_logger, fault, route.Name, context.TraceIdentifier);
            return Answers.Of(Problems.StorageUnavailable(context.TraceIdentifier));
        }
        catch (Exception fault)
        {
            LogUnexpected(_logger, fault, route.Name, context.TraceIdentifier);
            return Answers.Of(Problems.Unexpected(context.TraceIdentifier));
        }
    }

    private async Task<Caller> CheckAsync(HttpRequest request, Route route, CancellationToken cancellationToken)
    {
        var caller = await CallerAsync(request, cancellationToken) ?? throw new ProblemException(Refuse(request.HttpContext, route));
        return caller.Hindrance(route.Role ?? Role.Admin) is { } hindrance ? throw new ProblemException(Problems.Forbidden(hindrance)) : caller;
    }

    /// <summary>A key when one is given, else a token; one that is not valid is no reason to try the other.</summary>
    private async Task<Caller?> CallerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var given = request.Headers[ApiKeys.Header];
        if (given.Count > 0)
        {
            return given.Count == 1 && await _keys.FindAsync(given[0], cancellationToken) is { } key ? new Caller(key.Id, key.Role, key.Scope) : null;
        }

        return _tokens is not null && request.Headers.Authorization is [{ } token] ? await _tokens.FindAsync(token, cancellationToken) : null;
    }

    private Problem Refuse(HttpContext context, Route route)
    {
        if (_failed.Count(FailedAttempts.AddressOf(context)) is { } wait)
        {
            context.Response.Headers.RetryAfter = Words.WholeSeconds(wait);
            return Problems.TooManyFailures(wait);
        }

        LogRefused(_logger, route.Name);
        var forKeys = $"ApiKey realm=\"SalesReports\", header=\"{ApiKeys.Header}\"";
        context.Response.Headers.WWWAuthenticate = _tokens is null ? forKeys : $"{forKeys}, Bearer realm=\"SalesReports\"";
        return Problems.Unauthenticated;
    }

    private static void RefuseLongAddress(HttpRequest request)
    {
        if (request.Path.Value?.Length + request.QueryString.Value?.Length > LongestAddress)
        {
            throw new ProblemException(Problems.AddressTooLong);
        }
    }

    private static void SetSafetyHeaders(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    /// <summary>The SDK gives up with one failure, or with all its retries in one.</summary>
    private static bool IsStorageDown(Exception fault) => fault switch
    {
        RequestFailedException { Status: 0 or 429 or >= 500 } => true,
        AggregateException { InnerExceptions: [_, ..] inner } => inner.All(IsStorageDown),
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Route} was called without a valid key")]
    private static partial void LogRefused(ILogger logger, string route);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Route} failed, id {Id}: the storage does not answer")]
    private static partial void LogStorageDown(ILogger logger, Exception fault, string route, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Route} failed unexpectedly, id {Id}")]
    private static partial void LogUnexpected(ILogger logger, Exception fault, string route, string id);
}
