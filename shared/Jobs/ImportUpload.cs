using SalesReports.Calendar;
using SalesReports.Identity;
using SalesReports.Sources;
using SalesReports.Sources.Csv;
using SalesReports.Sources.Csv.Kinds;

namespace SalesReports.Jobs;

/// <summary>Imports one uploaded file as if it lay in the import folder, and asks for the days it touched to be rolled up.</summary>
public sealed class ImportUpload(PullSources pull, WorkQueues queues, BusinessZone zone)
{
    /// <param name="path">Where the file lies for as long as this takes.</param>
    public async Task<PullOutcome> RunAsync(ImportKind kind, string path, CancellationToken cancellationToken)
    {
        var source = new CsvSource(new OneFile(kind.FileName, path), zone, CsvOptions.Default, CustomerKey.BareSource);
        var outcome = await pull.RunPartAsync(source, cancellationToken);
        if (outcome.DaysDirtied > 0)
        {
            await queues.HintSweepAsync(cancellationToken);
        }

        return outcome;
    }

    private sealed class OneFile(string name, string path) : ImportFiles
    {
        public override string Place => "upload";

        public override Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([name]);

        public override Task<Stream> OpenAsync(string file, CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
    }
}
