using SalesReports.Local.Emulator;

namespace SalesReports.Local;

/// <summary>What the local host touches of the world, so that a test can stand in for it.</summary>
/// <param name="Folder">What relative paths start from, and where appsettings.json is looked for.</param>
/// <param name="SearchPath">Where programs are looked for; null is the variable PATH.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, bool Interactive, TimeProvider Clock, string Folder, string? SearchPath)
{
    public static Surroundings OfThisProcess() => new(
        Console.Out, Console.Error, Interactive: !Console.IsOutputRedirected, TimeProvider.System, Environment.CurrentDirectory, SearchPath: null);

    public string PathOf(string path) => Path.GetFullPath(path, Folder);

    public Task<Azurite> StartEmulatorAsync(Terminal terminal, CancellationToken cancellationToken) =>
        Azurite.StartAsync(terminal.Say, SearchPath, cancellationToken);
}
