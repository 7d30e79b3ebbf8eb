using Microsoft.Extensions.Logging.Console;
using SalesReports.Hosting;
using SalesReports.Local.Options;

namespace SalesReports.Local.Operate;

/// <summary>The product over the storage of a running installation, for a command that looks after it; nothing is served.</summary>
internal static class Installation
{
    /// <exception cref="OptionException">No storage is named, or a setting cannot be used.</exception>
    public static IHost Open(LocalOptions options, Surroundings around)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = around.Folder });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        if (!LocalApp.HasStorage(builder.Configuration))
        {
            throw new OptionException($"{options.Command.ToString().ToLowerInvariant()} needs the storage account it is about: --storage CONNECTION, or the setting Storage or StorageAccount.");
        }

        builder.Logging.ClearProviders().SetMinimumLevel(options.Verbose ? LogLevel.Information : LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(around.Clock).AddSalesReports(builder.Configuration);
        var host = builder.Build();
        SettingsCheck.Run(host.Services, builder.Configuration);
        return host;
    }
}
