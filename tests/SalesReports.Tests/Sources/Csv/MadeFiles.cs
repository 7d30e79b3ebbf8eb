using System.Text;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.Sources;
using SalesReports.Sources.Csv;

namespace SalesReports.Tests.Sources.Csv;

/// <summary>Import files held in memory.</summary>
internal sealed class MadeFiles(params (string Name, byte[] Bytes)[] files) : ImportFiles
{
    public override string Place => "folder 'made'";

    public static MadeFiles Of(params (string Name, string Text)[] files) =>
        new([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    public override Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. files.Select(file => file.Name)]);

    public override Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(files.First(file => file.Name == name).Bytes, writable: false));
}

/// <summary>What a pull gave.</summary>
internal sealed class Pulled : IPullLog
{
    public static BusinessZone Paris { get; } = new("Europe/Paris");

    public List<Fact> Facts { get; } = [];

    public List<Rejection> Rejections { get; } = [];

    public List<Finding> Findings { get; } = [];

    public Dictionary<string, long> Rows { get; } = [];

    public static Task<Pulled> FromAsync(params (string Name, string Text)[] files) => FromAsync(MadeFiles.Of(files), CsvOptions.Default);

    public static async Task<Pulled> FromAsync(ImportFiles files, CsvOptions options)
    {
        var pulled = new Pulled();
        await foreach (var fact in new CsvSource(files, Paris, options).PullAsync(PullWindow.Everything, pulled, TestContext.Current.CancellationToken))
        {
            pulled.Facts.Add(fact);
        }

        return pulled;
    }

    public IReadOnlyList<T> All<T>()
        where T : Fact => [.. Facts.OfType<T>()];

    public T Only<T>()
        where T : Fact => Assert.Single(Facts.OfType<T>());

    public void Reject(Rejection rejection) => Rejections.Add(rejection);

    public void Note(Finding finding) => Findings.Add(finding);

    public IReadOnlyDictionary<string, string> Channels { get; private set; } = new Dictionary<string, string>();

    public void MapChannels(IReadOnlyDictionary<string, string> channels) => Channels = channels;

    /// <summary>Kinds that were given whole.</summary>
    public List<FactKind> Wholes { get; } = [];

    public void WholeBegins(FactKind kind)
    {
        // The end is what counts.
    }

    public void WholeEnds(FactKind kind) => Wholes.Add(kind);

    public void Progress(string what, long rows) => Rows[what] = rows;
}
