using System.Net;
using Microsoft.Extensions.Configuration.Memory;
using SalesReports.Api;
using SalesReports.Hosting;
using SalesReports.Local.Job;
using SalesReports.Local.Options;
using SalesReports.Local.Runner;

namespace SalesReports.Local;

/// <summary>Composes the host: settings, the product's stages, the runners of its functions.</summary>
internal static partial class LocalApp
{
    public const string FolderSetting = "ImportFolder";

    /// <summary>Settings, the later winning: defaults of this host, appsettings.json, environment, command line.</summary>
    public static WebApplicationBuilder Configure(LocalOptions options, Surroundings around, OutFolder outFolder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = around.Folder });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                [FolderSetting] = outFolder.Sample,
                ["Delivery:MailFolder"] = outFolder.Mail,
                ["Delivery:Recipients:0:Email"] = "direction@example.com",
                ["Delivery:Recipients:0:DisplayName"] = "Direction commerciale",
                ["Delivery:Recipients:0:Language"] = "fr",
                ["Delivery:Recipients:1:Email"] = "management@example.com",
                ["Delivery:Recipients:1:DisplayName"] = "Management",
                ["Delivery:Recipients:1:Language"] = "en",
                ["Logging:LogLevel:Default"] = options.Verbose ? "Information" : "Warning",
            },
        });
        var given = new Dictionary<string, string?>(options.Settings, StringComparer.OrdinalIgnoreCase);
        if (options.Data is { } data)
        {
            given[FolderSetting] = around.PathOf(data);
        }

        if (options.Mapping is { } mapping)
        {
            given["MappingFile"] = around.PathOf(mapping);
        }

        builder.Configuration.AddInMemoryCollection(given);
        if (!builder.Configuration.GetSection("Delivery:Recipients").GetChildren().Any())
        {
            builder.Configuration.AddInMemoryCollection(SampleRecipients.Settings);
        }

        if (builder.Configuration["Delivery:Mailer"] is null or "folder" && builder.Configuration["Delivery:SendingEnabled"] is null)
        {
            // A mail in a folder surprises nobody; anything else must be switched on.
            builder.Configuration["Delivery:SendingEnabled"] = "true";
        }

        return builder;
    }

    public static bool HasStorage(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration["Storage"]) || !string.IsNullOrWhiteSpace(configuration["StorageAccount"]);

    public static WebApplication Build(WebApplicationBuilder builder, LocalOptions options, Surroundings around, Terminal terminal, string? emulator)
    {
        if (emulator is not null)
        {
            builder.Configuration["Storage"] = emulator;
        }

        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        // Standard output is for what the run has to say.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services
            .AddSingleton(around.Clock)
            .AddSalesReports(builder.Configuration)
            .AddSingleton(terminal)
            .AddSingleton<MainJob>()
            .AddSingleton(FunctionCatalog.Product)
            .AddSingleton(HostFile.Read(Path.Combine(AppContext.BaseDirectory, "host.json")))
            .AddSingleton<FunctionCall>()
            .AddSingleton<HttpRunner>()
            .AddHostedService<TimerRunner>()
            .AddHostedService<QueueRunner>();
        var app = builder.Build();
        app.Services.GetRequiredService<HttpRunner>().Map(app);
        return app;
    }

    /// <summary>Serves the API and runs timers and queues until the person or the system says stop.</summary>
    public static async Task ServeAsync(WebApplication app, LocalOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var keys = await app.Services.GetRequiredService<ApiKeys>().EnsureFirstPairAsync(cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new RunException(LoopbackPort.Taken(options.Port), taken);
        }

        terminal.Say($"API on {app.Urls.First()}/api/v1/reports, described at {app.Urls.First()}/api/docs; Ctrl-C ends it.");
        if (keys is not null)
        {
            terminal.Say($"Keys for the header {ApiKeys.Header}, shown this once:");
            terminal.Say($"  reader {keys.Reader}");
            terminal.Say($"  admin  {keys.Admin}");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await app.StopAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The run ended early")]
    public static partial void LogRunEnded(this ILogger logger, Exception fault);
}
