namespace SalesReports.Local.Emulator;

/// <summary>Finds Node's programs the way a shell does.</summary>
internal sealed class Programs(string searchPath)
{
    public string SearchPath { get; } = searchPath;

    /// <exception cref="EmulatorException">No folder of the search path has it.</exception>
    public string Find(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        var candidates =
            from folder in SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            from ending in endings
            select Path.Combine(folder, name + ending);
        return candidates.FirstOrDefault(File.Exists) ?? throw new EmulatorException(
            $"The storage emulator needs Node.js and '{name}' was not found: install Node.js 20 or later, or name a storage account with --storage CONNECTION.");
    }
}
