namespace SalesReports.BrowserTests;

/// <summary>Tools that a developer's machine may lack, and a check before landing may not.</summary>
internal static class Required
{
    /// <summary>Skips the test with the reason; fails it where the environment says <c>CI=true</c> or <c>REQUIRE_BROWSER=1</c>.</summary>
    public static string File(string path, string whatToDo)
    {
        if (!System.IO.File.Exists(path))
        {
            var absent = $"{path} is missing: {whatToDo}.";
            var isDemanded = Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1";
            Assert.SkipUnless(isDemanded, absent);
            Assert.Fail(absent);
        }

        return path;
    }

    /// <summary>A file of the npm packages in <c>tests/package.json</c>.</summary>
    public static string Package(string path) => File(InTests(Path.Combine("node_modules", path)), "run 'npm ci --prefix tests'");

    public static string InTests(string path, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", path));
}
