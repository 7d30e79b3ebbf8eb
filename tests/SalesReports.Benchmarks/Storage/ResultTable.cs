namespace SalesReports.Benchmarks.Storage;

/// <summary>The measurements as Markdown tables, ratios first: they say more than the seconds of one machine.</summary>
internal sealed class ResultTable
{
    private readonly List<string> _rows = [];
    private readonly List<string> _ratios = [];

    /// <param name="model">The most requests it may take by the model.</param>
    public void Add(Measured one, int? model) => _rows.Add(FormattableString.Invariant(
        $"| {one.Name} | {one.Seconds:N2} | {one.CpuSeconds:N2} | {one.EmulatorCpuSeconds:N2} | {one.Requests:N0} | {model?.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} | {one.Bytes / 1e6:N1} | {one.Note} |"));

    public void AddRatio(string name, Measured one, Measured other) => _ratios.Add(FormattableString.Invariant(
        $"| {name} | {one.Requests / other.Requests:P1} | {one.Seconds / other.Seconds:N2} | {one.CpuSeconds / other.CpuSeconds:N2} | {one.Bytes / other.Bytes:N2} |"));

    public void Print()
    {
        Console.WriteLine("\n| ratio | requests | seconds | CPU | bytes |\n|---|---|---|---|---|");
        _ratios.ForEach(Console.WriteLine);
        Console.WriteLine("\n| work | s | CPU s | emulator's CPU s | requests | at most, by the model | MB | |\n|---|---|---|---|---|---|---|---|");
        _rows.ForEach(Console.WriteLine);
    }
}
