using SalesReports.Benchmarks.Aggregation;
using SalesReports.Benchmarks.Documents;
using SalesReports.Benchmarks.Import;
using SalesReports.Benchmarks.Load;
using SalesReports.Benchmarks.Micro;
using SalesReports.Benchmarks.Reports;
using SalesReports.Benchmarks.Storage;

namespace SalesReports.Benchmarks;

/// <summary>Which benchmark to run, how large.</summary>
internal static class BenchmarkCommand
{
    private const string Usage = """
        dotnet run -c Release --project tests/SalesReports.Benchmarks -- COMMAND

          storage [--orders 100000] [--repeat 1]   ingest, its repeats, rollup, reports on the emulator; beside it the raw SDK and the naive way
          aggregation [--lines 10000000]           the lines of orders by every id, beside DuckDB on two threads
          import [--lines 1000000] [--nowhere]     peak memory of a CSV import as a process of its own; --nowhere answers instead of a storage
          reports [--repeat 5]                     a weekly and a monthly report of the sample company from warm rollups
          load [--callers 200] [--seconds 10] [--rounds 3]  the weekly report for many callers at once, beside a server that only sends its bytes
          documents [--from out/reports] [--repeat 30]  documents and mails of the reports that the main job has written, a large workbook
          micro [BenchmarkDotNet arguments]        single operations

        """;

    public static async Task<int> RunAsync(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "storage":
                await StorageBenchmark.RunAsync(Number(args, "--orders", 100_000), Number(args, "--repeat", 1));
                return 0;
            case "aggregation":
                AggregationBenchmark.Run(Number(args, "--lines", 10_000_000));
                return 0;
            case "import":
                await ImportBenchmark.RunAsync(Number(args, "--lines", 1_000_000), args.Contains("--nowhere", StringComparer.Ordinal));
                return 0;
            case ImportedProcess.Command:
                return await ImportedProcess.RunAsync(args[1..]);
            case "reports":
                await ReportBenchmark.RunAsync(Number(args, "--repeat", 5));
                return 0;
            case "documents":
                DocumentsBenchmark.Run(Text(args, "--from", "out/reports"), Number(args, "--repeat", 30));
                return 0;
            case "load":
                await LoadBenchmark.RunAsync(Number(args, "--callers", 200), Number(args, "--seconds", 10), Number(args, "--rounds", 3));
                return 0;
            case BareHost.Command:
                return await BareHost.RunAsync(args[1]);
            case OwnProcess.FirstDocument:
                DocumentsBenchmark.RunFirst(args[1]);
                return 0;
            case OwnProcess.LargeWorkbookCommand:
                LargeWorkbook.Run(args[1]);
                return 0;
            case "micro":
                MicroBenchmarks.Run(args[1..]);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static string Text(string[] args, string option, string otherwise)
    {
        var at = Array.IndexOf(args, option);
        return at < 0 ? otherwise : args[at + 1];
    }

    private static int Number(string[] args, string option, int otherwise)
    {
        var at = Array.IndexOf(args, option);
        return at < 0 ? otherwise : int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
