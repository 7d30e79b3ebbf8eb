using Xunit;

namespace SalesReports.Tests;

/// <summary>
/// The real data sets beside the repository, in <c>../shared/data</c>. A test that asks for them is skipped where they are
/// absent, and fails there when the environment says <c>REQUIRE_SHARED_DATA=1</c>.
/// </summary>
internal static class SharedData
{
    /// <summary>The folder of a data set as it was published.</summary>
    public static string Folder(string name)
    {
        var folder = Path.Combine(Root(), "..", "shared", "data", name);
        if (!Directory.Exists(folder))
        {
            var absent = $"The data set {name} is not at {folder}.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("REQUIRE_SHARED_DATA") == "1", absent);
            Assert.Fail(absent);
        }

        return folder;
    }

    /// <summary>A new temporary folder with the data set and its mapping from <c>tests/mappings</c>.</summary>
    public static string Copy(string name)
    {
        var copy = Directory.CreateTempSubdirectory("salesreports-data-").FullName;
        foreach (var file in Directory.EnumerateFiles(Folder(name), "*.csv").Append(Mapping(name)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    public static string Mapping(string name) => Path.Combine(Root(), "tests", "mappings", name, "import.json");

    /// <summary>The folder of the solution.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SalesReports.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the folder of SalesReports.sln.");
    }
}
