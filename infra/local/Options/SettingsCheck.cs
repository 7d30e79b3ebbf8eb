using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SalesReports.Calendar;
using SalesReports.Store;

namespace SalesReports.Local.Options;

/// <summary>Tells a wrong setting before anything is done, in one sentence with its name, its value and what would do.</summary>
internal static partial class SettingsCheck
{
    /// <exception cref="OptionException">A setting has a value that cannot be used.</exception>
    public static void Run(IServiceProvider services, IConfiguration configuration)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            services.GetRequiredService<BusinessZone>();
            services.GetRequiredService<PublicHolidays>();
        }
        catch (OptionsValidationException invalid)
        {
            throw new OptionException(Sentence(invalid, configuration));
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            throw new OptionException(string.Join(' ', several.InnerExceptions.Cast<OptionsValidationException>().Select(one => Sentence(one, configuration))));
        }
        catch (InvalidOperationException wrong) when (Conversion().Match(wrong.Message) is { Success: true } match)
        {
            var kind = match.Groups["kind"].Value.Replace("Int32", "int", StringComparison.Ordinal).ToLowerInvariant();
            throw new OptionException($"{match.Groups["name"]} '{match.Groups["value"]}' cannot be used: it is not of the kind {kind}.");
        }
    }

    private static string Sentence(OptionsValidationException invalid, IConfiguration configuration) => string.Join(' ', invalid.Failures.Select(failure =>
        Annotation().Match(failure) is { Success: true } match
            ? $"{match.Groups["name"]}{Shown(match.Groups["name"].Value, configuration)} cannot be used: {match.Groups["why"]}"
            : failure));

    /// <summary>A connection string holds a key, which no terminal shows.</summary>
    private static string Shown(string name, IConfiguration configuration) => name == nameof(StorageOptions.Storage) ? "" : $" '{configuration[name]}'";

    // The two sentences in which the framework of the options wraps a fault.
    [GeneratedRegex("^DataAnnotation validation failed for '.*' members: '(?<name>[^']*)' with the error: '(?<why>.*)'\\.$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Annotation();

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<name>[^']*)' to type '(System\\.)?(?<kind>[^']*)'", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Conversion();
}
