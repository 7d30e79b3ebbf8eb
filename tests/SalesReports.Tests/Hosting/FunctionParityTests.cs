using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SalesReports.Api;
using SalesReports.Jobs;
using SalesReports.Local;
using SalesReports.Local.Job;
using SalesReports.Local.Options;
using SalesReports.Local.Runner;

namespace SalesReports.Tests.Hosting;

/// <summary>
/// What the sources under <c>functions/</c> declare for Azure against what the local host serves, both ways. Read from the text:
/// a file that the local host does not compile is found too.
/// </summary>
public sealed class FunctionParityTests
{
    private static readonly Regex Declared = new(
        """\[Function\((?:"(?<name>\w+)"|nameof\((?<name>\w+)\))\)\]\s*public Task(?:<IResult>)? \w+\(\s*\[(?<kind>\w+)Trigger\((?<arguments>[^\]]*)\)\][^{]*?\)\s*=>""",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static readonly IReadOnlyList<string> Files =
    [
        .. Directory.EnumerateFiles(Path.Combine(SharedData.Root(), "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")),
    ];

    [Fact]
    public void Every_function_is_declared_as_one_call_in_a_form_that_is_read_here()
    {
        Assert.Equal(Files.Sum(file => Regex.Count(File.ReadAllText(file), @"\[Function\(")), InSources().Count());
        Assert.True(InSources().Count() > 50);
    }

    [Fact]
    public async Task The_local_host_serves_every_function_of_the_sources_and_no_other()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await using var app = Build(folder.FullName);

            Assert.Equal(InSources().Order(StringComparer.Ordinal), Served(app).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Addresses as the server knows them; timers and queues as the runners that the host starts take them.</summary>
    private static IEnumerable<string> Served(WebApplication app)
    {
        var runners = app.Services.GetServices<IHostedService>().ToList();
        Assert.Single(runners.OfType<TimerRunner>());
        Assert.Single(runners.OfType<QueueRunner>());
        var catalog = app.Services.GetRequiredService<FunctionCatalog>();
        var addresses = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => Line(
            endpoint.Metadata.GetRequiredMetadata<LocalFunction>().Name, "Http", string.Join(',', endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods).ToLowerInvariant(),
            endpoint.RoutePattern.RawText![Routes.Prefix.Length..]));
        return addresses
            .Concat(catalog.With<TimerTriggerAttribute>().Select(timer => Line(timer.Function.Name, "Timer", timer.Trigger.Schedule)))
            .Concat(catalog.With<QueueTriggerAttribute>().Select(queue => Line(queue.Function.Name, "Queue", queue.Trigger.QueueName, queue.Trigger.Connection!)));
    }

    private static IEnumerable<string> InSources() => Files.SelectMany(file => Declared.Matches(File.ReadAllText(file))).Select(match =>
    {
        var arguments = match.Groups["arguments"].Value.Split(", ").Select(argument => argument.Split(" = ")).ToList();
        var named = arguments.Where(argument => argument.Length == 2).ToDictionary(argument => argument[0], argument => ValueOf(argument[1]), StringComparer.Ordinal);
        var positional = arguments.Where(argument => argument.Length == 1).Select(argument => argument[0]).ToList();
        var name = match.Groups["name"].Value;
        return match.Groups["kind"].Value switch
        {
            "Http" => Line(name, "Http", string.Join(',', positional.Skip(1).Select(ValueOf)), named["Route"]),
            "Queue" => Line(name, "Queue", ValueOf(positional.Single()), named["Connection"]),
            "Timer" => Line(name, "Timer", ValueOf(positional.Single())),
            var other => throw new InvalidOperationException($"{name} has a trigger {other}, which the local host does not know."),
        };
    });

    /// <summary>A text in quotes, or a constant of the product such as <c>Routes.ReportTemplate</c>.</summary>
    private static string ValueOf(string written)
    {
        if (written.StartsWith('"'))
        {
            return written.Trim('"');
        }

        var (type, field) = (written.Split('.')[0], written.Split('.')[1]);
        return typeof(Routes).Assembly.GetTypes().Single(own => own.Name == type).GetField(field, BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
            ?? throw new InvalidOperationException($"{written} is no constant of the product.");
    }

    private static string Line(string name, params string[] parts) => $"{name}: {string.Join(' ', parts)}";

    private static WebApplication Build(string folder)
    {
        var around = new Surroundings(TextWriter.Null, TextWriter.Null, Interactive: false, new FakeTimeProvider(), folder, SearchPath: null);
        var options = new LocalOptions { Port = 0 }.With("Storage", "UseDevelopmentStorage=true");
        return LocalApp.Build(LocalApp.Configure(options, around, OutFolder.Open(Path.Combine(folder, "out"))), options, around, new Terminal(around), emulator: null);
    }
}
