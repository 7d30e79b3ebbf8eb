namespace SalesReports.BrowserTests;

/// <summary>Tools that a developer's machine may lack, and a check before landing may not.</summary>
internal static class Required
{
    /// <summary>Skips the test with the reason; fails it where the environment says <c>CI=true</c> or <c>REQUIRE_BROWSER=1</c>.</summary>
    public static string File(string path, string whatToDo)
    {
        if (!System.IO.File.Exists(path))
        {
            Miss($"{path} is missing: {whatToDo}.");
        }

        return path;
    }

    /// <summary>The path of a program that Debian's package of this name holds.</summary>
    public static string Program(string name, string package)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name));
        if (paths.FirstOrDefault(System.IO.File.Exists) is { } found)
        {
            return found;
        }

        Miss($"The program '{name}' is missing: install the package '{package}'.");
        return name;
    }

    /// <summary>A file of the npm packages in <c>tests/package.json</c>.</summary>
    public static string Package(string path) => File(InTests(Path.Combine("node_modules", path)), "run 'npm ci --prefix tests'");

    public static string InTests(string path, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", path));

    private static void Miss(string absent)
    {
        var isDemanded = Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1";
        Assert.SkipUnless(isDemanded, absent);
        Assert.Fail(absent);
    }
}
