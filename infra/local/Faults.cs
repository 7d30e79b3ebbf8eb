using Azure;
using SalesReports.Jobs;
using SalesReports.Local.Emulator;
using SalesReports.Local.Job;
using SalesReports.Local.Options;
using SalesReports.Sources;
using SalesReports.Store;

namespace SalesReports.Local;

/// <summary>What the person at the terminal reads when something fails: one sentence, and an exit code.</summary>
internal static class Faults
{
    public const int Failed = 1;
    public const int NotUnderstood = 2;

    public static int ExitCode(Exception fault) => fault is OptionException or ArgumentException ? NotUnderstood : Failed;

    public static string Sentence(Exception fault) => fault switch
    {
        OptionException or RunException or EmulatorException or SourceException or ShardMismatchException or PeriodNotBuildableException => fault.Message,
        ArgumentException { ParamName: { } parameter } wrong => wrong.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal),
        OperationCanceledException => "Stopped before it was done.",
        RequestFailedException storage => $"Storage did not do what was asked ({storage.ErrorCode ?? "no answer"}, status {storage.Status}); check --storage and that it can be reached.",
        AggregateException { InnerException: RequestFailedException inner } => Sentence(inner),
        IOException or UnauthorizedAccessException => $"A file could not be read or written: {fault.Message}",
        _ => $"An unexpected fault ended this: {fault.GetType().Name}, {fault.Message} More with --verbose.",
    };
}
