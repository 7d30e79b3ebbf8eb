using System.Globalization;
using SalesReports.Jobs;
using Spectre.Console;

namespace SalesReports.Local;

/// <summary>Talks to the person at the terminal: a moving bar where there is one, plain lines into a file or pipe.</summary>
internal sealed class Terminal(Surroundings around)
{
    private static readonly TimeSpan LinePause = TimeSpan.FromSeconds(5);

    public void Say(string line) => around.Output.WriteLine(Harmless(line));

    /// <summary>Tells a fault, in one sentence, on standard error.</summary>
    public void Complain(string sentence) => around.Error.WriteLine(Harmless(sentence));

    /// <summary>Does one stage of work, showing how far it is.</summary>
    public Task<T> ShowAsync<T>(string title, Func<IProgress<JobProgress>, Task<T>> work) =>
        around.Interactive ? ShowBarAsync(title, work) : ShowLinesAsync(title, work);

    /// <summary>Text from files may hold control characters, which a terminal would obey.</summary>
    public static string Harmless(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : text;

    private static string Describe(string title, JobProgress progress) =>
        string.Create(CultureInfo.InvariantCulture, $"{title}: {progress.Subject} {progress.Done:N0}{(progress.Total is { } total ? $" of {total:N0}" : "")}");

    private Task<T> ShowBarAsync<T>(string title, Func<IProgress<JobProgress>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(around.Output) });
        return console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(Markup.Escape(title));
                bar.IsIndeterminate = true;
                return work(new Relay(progress =>
                {
                    bar.Description = Markup.Escape(Harmless(Describe(title, progress)));
                    bar.IsIndeterminate = progress.Total is null;
                    bar.MaxValue = Math.Max(1, progress.Total ?? 1);
                    bar.Value = progress.Total is null ? 0 : progress.Done;
                }));
            });
    }

    private Task<T> ShowLinesAsync<T>(string title, Func<IProgress<JobProgress>, Task<T>> work)
    {
        var last = around.Clock.GetTimestamp();
        return work(new Relay(progress =>
        {
            if (around.Clock.GetElapsedTime(last) >= LinePause)
            {
                last = around.Clock.GetTimestamp();
                Say(Describe(title, progress));
            }
        }));
    }

    /// <summary>Unlike <see cref="Progress{T}"/> in the order and on the thread of the reports.</summary>
    private sealed class Relay(Action<JobProgress> show) : IProgress<JobProgress>
    {
        private readonly Lock _turn = new();

        public void Report(JobProgress value)
        {
            lock (_turn)
            {
                show(value);
            }
        }
    }
}
