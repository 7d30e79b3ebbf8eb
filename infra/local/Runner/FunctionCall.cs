using System.Reflection;

namespace SalesReports.Local.Runner;

/// <summary>Calls a function: a new instance in a scope of its own, parameters bound as the real worker binds them.</summary>
internal sealed class FunctionCall(IServiceScopeFactory scopes)
{
    /// <param name="trigger">Value of the trigger's parameter.</param>
    /// <param name="route">Values for the other parameters, by name.</param>
    /// <returns>What the function's task gave; null for a plain task.</returns>
    public async Task<object?> RunAsync(
        LocalFunction function, object trigger, IReadOnlyDictionary<string, object?> route, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var instance = ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Class);
        try
        {
            var arguments = function.Method.GetParameters().Select(p => Argument(function, p, trigger, route, cancellationToken)).ToArray();
            var task = (Task)function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            await task;
            return function.Method.ReturnType.IsGenericType ? function.Method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
        }
        finally
        {
            await ReleaseAsync(instance);
        }
    }

    private static object? Argument(
        LocalFunction function, ParameterInfo parameter, object trigger, IReadOnlyDictionary<string, object?> route, CancellationToken cancellationToken)
    {
        if (parameter.Position == function.TriggerParameter.Position)
        {
            return trigger;
        }

        return parameter.ParameterType == typeof(CancellationToken)
            ? cancellationToken
            : route.GetValueOrDefault(parameter.Name!);
    }

    private static async ValueTask ReleaseAsync(object instance)
    {
        switch (instance)
        {
            case IAsyncDisposable async:
                await async.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
