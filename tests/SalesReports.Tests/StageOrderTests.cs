using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SalesReports.Hosting;

namespace SalesReports.Tests;

/// <summary>The stages of shared/ stand in the order the data flows, and each uses only the ones above it. Source: architecture.md, layout.</summary>
public sealed partial class StageOrderTests
{
    private static readonly string[] Stages =
    [
        "Calendar", "Measures", "Facts", "Sources", "Identity", "Store", "Rollups", "Kpis", "Insights", "Reports", "Documents", "Delivery", "Jobs", "Api", "Hosting",
    ];

    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../shared"));

    [Fact]
    public void A_compiled_stage_uses_only_the_stages_above_it()
    {
        var types = typeof(SalesReportsServices).Assembly.GetTypes().Where(type => StageOf(type) is not null).ToArray();
        var violations = types.SelectMany(type => Violations(type, StageOf(type)!)).Distinct().Order(StringComparer.Ordinal);

        Assert.True(types.Length > 100, $"only {types.Length} types were looked at");
        Assert.Empty(violations);
    }

    [Fact]
    public void A_source_file_names_only_the_stages_above_its_own()
    {
        var files = SourceFiles().ToArray();
        var violations = files.SelectMany(file => Violations(Path.GetRelativePath(Root, file), File.ReadAllText(file)));

        Assert.True(files.Length > 50, $"only {files.Length} files were looked at");
        Assert.Empty(violations);
    }

    [Theory]
    [InlineData("Facts/Order.cs", "using SalesReports.Jobs;", "Facts/Order.cs names SalesReports.Jobs")]
    [InlineData("Kpis/Revenue.cs", "var x = SalesReports.Reports.ReportJson.Options;", "Kpis/Revenue.cs names SalesReports.Reports")]
    [InlineData("Calendar/Period.cs", "global::SalesReports.Measures.Money money;", "Calendar/Period.cs names SalesReports.Measures")]
    [InlineData("Documents/Html/Page.razor", "@using SalesReports.Delivery", "Documents/Html/Page.razor names SalesReports.Delivery")]
    [InlineData("Odds/Ends.cs", "using System;", "Odds/Ends.cs is in no stage")]
    [InlineData("Loose.cs", "using System;", "Loose.cs is in no stage")]
    public void A_breach_in_the_text_is_found(string file, string source, string expected) =>
        Assert.Contains(Violations(file, source), violation => violation.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("Jobs/RollUp.cs", "using SalesReports.Facts; using SalesReports.Jobs;")]
    [InlineData("Sources/Csv/CsvSource.cs", "namespace SalesReports.Sources.Csv; using SalesReports.Calendar;")]
    public void What_stands_above_or_in_the_same_stage_is_allowed(string file, string source) => Assert.Empty(Violations(file, source));

    [Fact]
    public void A_breach_in_compiled_code_is_found_even_inside_a_lambda()
    {
        // To a type that would stand in Calendar, the composition below it is out of reach.
        var breaches = Violations(typeof(Offender), "Calendar").Concat(typeof(Offender).GetNestedTypes(System.Reflection.BindingFlags.NonPublic).SelectMany(nested => Violations(nested, "Calendar")));

        Assert.Contains(breaches, breach => breach.Contains("SalesReports.Hosting.SalesReportsServices", StringComparison.Ordinal));
        Assert.Empty(Violations(typeof(Offender), "Hosting"));
    }

    [Fact]
    public void Nothing_lies_loose_and_no_folder_or_type_has_a_name_that_says_nothing()
    {
        var loose = Directory.GetFiles(Root).Select(Path.GetFileName).Where(name => name != "SalesReports.csproj");
        var folders = Directory.GetDirectories(Root, "*", SearchOption.AllDirectories).Where(IsSource).SelectMany(folder => Path.GetRelativePath(Root, folder).Split('/'));
        var types = typeof(SalesReportsServices).Assembly.GetTypes().Where(type => StageOf(type) is not null).Select(type => type.Name);

        Assert.Empty(loose);
        Assert.Empty(folders.Concat(types).Where(name => EmptyName().IsMatch(name)).Distinct());
    }

    [Theory]
    [InlineData("DateHelper", true)]
    [InlineData("Utils", true)]
    [InlineData("ReportService", true)]
    [InlineData("CommonDates", true)]
    [InlineData("SalesReportsServices", false)]
    [InlineData("CoreMessage", true)]
    [InlineData("Score", false)]
    public void A_name_that_says_nothing_is_recognised(string name, bool isEmpty) => Assert.Equal(isEmpty, EmptyName().IsMatch(name));

    private static IEnumerable<string> Violations(Type type, string stage) =>
        from target in StageReferences.Of(type)
        let used = StageOf(target)
        where used is not null && Array.IndexOf(Stages, used) > Array.IndexOf(Stages, stage)
        select $"{type.FullName} uses {target.FullName}";

    private static IEnumerable<string> Violations(string file, string source)
    {
        var position = Array.IndexOf(Stages, file.Split('/')[0]);
        return position < 0
            ? [$"{file} is in no stage"]
            : StageReferences.NamedIn(source)
                .Where(stage => Array.IndexOf(Stages, stage) is var named && (named < 0 || named > position))
                .Select(stage => $"{file} names SalesReports.{stage}");
    }

    private static string? StageOf(Type type)
    {
        var parts = type.Namespace?.Split('.') ?? [];
        return parts.Length > 1 && parts[0] == "SalesReports" && Array.IndexOf(Stages, parts[1]) >= 0 ? parts[1] : null;
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)).Where(IsSource);

    private static bool IsSource(string path) => !Path.GetRelativePath(Root, path).Split('/').Any(part => part is "bin" or "obj");

    private static string Here([CallerFilePath] string path = "") => path;

    /// <summary>Whole words within a name; the plural that the composition's class ends with is the framework's own word.</summary>
    [GeneratedRegex("(^|(?<=[a-z0-9]))(Common|Helpers?|Utils?|Core|Managers?|Service)($|(?=[A-Z0-9]))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyName();

    private static class Offender
    {
        public static Func<string> Composition() => () => typeof(SalesReportsServices).Name;
    }
}
