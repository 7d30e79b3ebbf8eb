using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SalesReports.Tests.Hosting;

/// <summary>The table of docs/lessons.md names tests; they exist, and no row is without one.</summary>
public sealed partial class LessonsTests
{
    [Fact]
    public void Every_lesson_names_tests_that_are_there()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .SelectMany(file => Methods().Matches(File.ReadAllText(file)).Select(method => method.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        var rows = File.ReadLines(Path.Combine(Root(), "docs", "lessons.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();

        Assert.Equal(["access", "data", "documents", "send", "time"], rows.Select(row => row.Split('|')[1].Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            var named = Named().Matches(row).Select(name => name.Groups["name"].Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.True(tests.Contains(name), $"There is no test {name}."));
        });
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex("(Fact|Theory)(?s:.){0,4000}?public (async |static )*(Task|void) (?<name>[A-Z][A-Za-z0-9_]*)\\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Methods();

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
