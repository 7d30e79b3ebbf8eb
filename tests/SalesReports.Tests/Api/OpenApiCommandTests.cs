using Microsoft.Extensions.Time.Testing;
using SalesReports.Api;
using SalesReports.Local;

namespace SalesReports.Tests.Api;

public sealed class OpenApiCommandTests
{
    [Fact]
    public async Task The_local_host_writes_the_description_where_it_is_told_to()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Equal(0, (await RunAsync(folder.FullName, "openapi", "--out", "api.json")).ExitCode);
            Assert.Equal(OpenApiDocument.Make(), await File.ReadAllTextAsync(Path.Combine(folder.FullName, "api.json"), TestContext.Current.CancellationToken));
            Assert.Equal(ReportSchema.Make(), await File.ReadAllTextAsync(Path.Combine(folder.FullName, ReportSchema.FileName), TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("openapi needs a file: openapi --out FILE.", "openapi")]
    [InlineData("--port does not go with openapi, which only takes --out FILE.", "openapi", "--port", "1")]
    public async Task What_it_cannot_follow_is_one_sentence(string sentence, params string[] arguments)
    {
        var (exitCode, error) = await RunAsync(Path.GetTempPath(), arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(string folder, params string[] arguments)
    {
        using var error = new StringWriter();
        using var output = new StringWriter();
        var around = new Surroundings(output, error, Interactive: false, new FakeTimeProvider(), folder, SearchPath: null);
        return (await LocalHost.RunAsync(arguments, around, TestContext.Current.CancellationToken), error.ToString());
    }
}
