using SalesReports.Local.Sample;

namespace SalesReports.Tests.Sample;

/// <summary>A sample company in a folder of its own, read back with a plain reader that knows nothing of the product's.</summary>
public sealed class SampleFolder : IDisposable
{
    public const int Seed = 1;

    public SampleFolder()
        : this(Seed, LastDay)
    {
    }

    internal SampleFolder(int seed, DateOnly lastDay)
    {
        Path = Directory.CreateTempSubdirectory("sample-company-").FullName;
        Summary = SampleCompany.Write(Path, seed, lastDay);
        var calendar = new SampleCalendar(lastDay);
        Stories = SampleStories.Plan(calendar, SampleCustomers.Make(new SampleRandom(seed, "customers"), calendar));
    }

    public static DateOnly LastDay { get; } = new(2026, 11, 22);

    public string Path { get; }

    public SampleSummary Summary { get; }

    internal SampleStories Stories { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(System.IO.Path.Combine(Path, file));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static IEnumerable<string> Cells(string line)
    {
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        yield return cell.ToString();
    }
}
