using Microsoft.Azure.Functions.Worker;
using SalesReports.Local.Runner;

namespace SalesReports.Tests.Hosting;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Two_functions_of_one_name_are_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => FunctionCatalog.In([typeof(First), typeof(Second)]));

        Assert.Equal("Two functions are named 'same'; names are unique in a function app.", failure.Message);
    }

    [Fact]
    public void A_function_without_a_trigger_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => FunctionCatalog.In([typeof(Untriggered)]));

        Assert.Equal("Function 'Lost' has 0 triggers; it needs exactly one.", failure.Message);
    }

    private sealed class First
    {
        [Function("Same")]
        public Task<string> RunAsync([QueueTrigger("one")] string message) => Task.FromResult(message);
    }

    private sealed class Second
    {
        [Function("same")]
        public Task<string> RunAsync([QueueTrigger("two")] string message) => Task.FromResult(message);
    }

    private sealed class Untriggered
    {
        [Function("Lost")]
        public Task<string> RunAsync(string message) => Task.FromResult(message);
    }
}
