using System.Collections.Concurrent;
using CsCheck;
using SalesReports.Api;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Whatever comes, by whoever has the most rights: never a fault of ours, never an answer that does not come.</summary>
public sealed class FuzzTests(ContractWorld world) : IClassFixture<ContractWorld>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Nonsense_in_any_place_of_any_request_is_never_a_500()
    {
        var seen = new ConcurrentDictionary<int, int>();

        // A failure prints the seed that repeats it; CsCheck_Seed and CsCheck_Iter take another or more.
        await Nonsense.Request.SampleAsync(
            async request =>
            {
                var (status, took) = await RawRequest.SendAsync(world.Server.Address, request.Head.Replace("KEY", world.Server.Keys.Admin, StringComparison.Ordinal), request.Body);
                seen.AddOrUpdate(status, 1, (_, count) => count + 1);
                Assert.True(status < 500, $"answered {status}");
                Assert.True(took < Longest, $"took {took}");
            },
            iter: 1500,
            threads: 2,
            print: request => $"{request.Head[..Math.Min(1500, request.Head.Length)]}{System.Text.Encoding.Latin1.GetString(request.Body.AsSpan(0, Math.Min(500, request.Body.Length)))}");

        // It reached the handlers, and not only the server before them.
        Assert.All((int[])[200, 400, 404], status => Assert.True(seen.GetValueOrDefault(status) > 0, $"{status} is not among {string.Join(", ", seen)}"));
    }

    [Fact]
    public async Task Each_nonsense_in_each_parameter_of_each_address_is_refused_or_does_nothing()
    {
        foreach (var route in Routes.All.Where(route => route.Role is not null || route.Parameters.Count > 0))
        {
            var well = await world.WellAsync(route);
            foreach (var parameter in route.Parameters)
            {
                foreach (var text in Nonsense.Texts)
                {
                    var call = Broken(route, well, parameter, text);
                    var (status, took) = await RawRequest.SendAsync(world.Server.Address, HeadOf(call), System.Text.Encoding.UTF8.GetBytes(call.Body ?? ""));
                    Assert.True(status < 500 && took < Longest, $"{route.Name} with {parameter.Name} = {Problems.Clean(text)} answered {status} after {took}");
                }
            }
        }
    }

    [Fact]
    public async Task Nonsense_as_json_in_any_body_is_never_a_500()
    {
        var routes = Routes.All.Where(route => route.Body is not null && route != LinkPaths.Events).ToList();
        await Gen.Select(Nonsense.Any([.. routes]), Nonsense.Json).SampleAsync(
            async (route, json) =>
            {
                var call = new Call(route.Method, ApiServer.PathOf(route), json, route.Body!.ContentType, world.Server.Keys.Admin, [("If-Match", "*")]);
                var reply = await call.SendAsync(world.Server);
                Assert.True(reply.Status < 500, $"{route.Name} answered {reply.Status}: {reply.Text}");
                if (reply.Status >= 400)
                {
                    reply.Problem();
                }
            },
            iter: 600,
            threads: 2);
    }

    private static Call Broken(Route route, Call well, Parameter parameter, string text) => parameter.In switch
    {
        "query" => (well with { Path = well.Path.Split('?')[0] }).Asking($"{parameter.Name}={Nonsense.Escaped(text)}"),
        "header" => well.With(parameter.Name, text),
        _ => well with
        {
            Path = route.Parameters.Where(own => own.In == "path").Aggregate(
                Routes.Prefix + route.Template,
                (path, own) => path.Replace($"{{{own.Name}}}", own == parameter ? Nonsense.Escaped(text) : own.Name == "period" ? "2026-W47" : own.Name == "kind" ? "weekly" : "revenue", StringComparison.Ordinal)),
        },
    };

    private static string HeadOf(Call call)
    {
        var headers = string.Concat(call.Headers.Select(header => $"{header.Name}: {new string([.. header.Value.Where(c => c is not '\r' and not '\n')])}\r\n"));
        return $"{call.Method.ToUpperInvariant()} {call.Path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nx-api-key: {call.Key}\r\nContent-Type: {call.BodyType}\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(call.Body ?? "")}\r\n{headers}\r\n";
    }
}
