using System.Text.Json;
using SalesReports.Local;

namespace SalesReports.IntegrationTests.Hosting;

/// <summary>A folder to run the local host in, as a person would from a terminal, with storage of its own.</summary>
internal sealed class HostFolder(AzuriteFixture azurite) : IDisposable
{
    /// <summary>Of its tables, for a <see cref="TestWorld"/> over the same storage.</summary>
    public string Prefix { get; } = TestWorld.NewPrefix();

    public string Path { get; } = Directory.CreateTempSubdirectory("salesreports-host-").FullName;

    public StringWriter Output { get; private set; } = new();

    public StringWriter Error { get; private set; } = new();

    /// <summary>Runs with the emulator of the tests; what was printed before is forgotten.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        RunBareAsync([.. arguments, "--storage", azurite.ConnectionString, "--set", $"TablePrefix={Prefix}"], null, cancellationToken);

    /// <summary>Runs with exactly these arguments.</summary>
    /// <param name="searchPath">Where programs are looked for; null is the variable PATH.</param>
    public Task<int> RunBareAsync(string[] arguments, string? searchPath, CancellationToken cancellationToken)
    {
        (Output, Error) = (new StringWriter(), new StringWriter());
        var around = new Surroundings(TextWriter.Synchronized(Output), TextWriter.Synchronized(Error), Interactive: false, TimeProvider.System, Path, searchPath);
        return LocalHost.RunAsync(arguments, around, cancellationToken);
    }

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public JsonElement Run()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(In("out", "run.json")));
        return json.RootElement.Clone();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
