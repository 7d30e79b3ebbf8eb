using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace SalesReports.Local.Runner;

/// <summary>All functions of an assembly, found by their attributes as the real worker finds them.</summary>
internal sealed class FunctionCatalog
{
    private FunctionCatalog(IReadOnlyList<LocalFunction> all) => All = all;

    public IReadOnlyList<LocalFunction> All { get; }

    public static FunctionCatalog Product { get; } = In(typeof(FunctionCatalog).Assembly.GetTypes());

    /// <exception cref="InvalidOperationException">A function has no trigger or two, or two functions share a name.</exception>
    public static FunctionCatalog In(IEnumerable<Type> types)
    {
        var all = (from type in types
                   where type is { IsClass: true, IsAbstract: false }
                   from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
                   let function = method.GetCustomAttribute<FunctionAttribute>()
                   where function is not null
                   orderby function.Name
                   select Read(function.Name, method)).ToList();
        var twice = all.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new FunctionCatalog(all)
            : throw new InvalidOperationException($"Two functions are named '{twice.Key}'; names are unique in a function app.");
    }

    public IEnumerable<(LocalFunction Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : Attribute =>
        from function in All
        where function.Trigger is TTrigger
        select (function, (TTrigger)function.Trigger);

    private static LocalFunction Read(string name, MethodInfo method)
    {
        var triggers = (from parameter in method.GetParameters()
                        from attribute in parameter.GetCustomAttributes()
                        where attribute is TimerTriggerAttribute or QueueTriggerAttribute or HttpTriggerAttribute
                        select (parameter, attribute)).ToList();
        return triggers is [var (woken, trigger)]
            ? new LocalFunction(name, method, woken, trigger)
            : throw new InvalidOperationException($"Function '{name}' has {triggers.Count} triggers; it needs exactly one.");
    }
}
