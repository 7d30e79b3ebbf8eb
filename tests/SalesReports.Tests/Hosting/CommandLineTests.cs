using SalesReports.Local.Options;

namespace SalesReports.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_options_the_sample_company_is_run_and_served_on_7071()
    {
        var options = CommandLine.Parse([]);

        Assert.Equal((LocalCommand.Run, null, "out", 7071, false, 1), (options.Command, options.Data, options.Out, options.Port, options.Once, options.History));
        Assert.Empty(options.Settings);
    }

    [Fact]
    public void Every_option_is_understood()
    {
        var options = CommandLine.Parse(
        [
            "--data", "files", "--mapping", "northwind.json", "--week", "1998-W18", "--month=1998-04", "--currency", "usd", "--time-zone", "America/New_York",
            "--out", "elsewhere", "--port", "0", "--storage", "UseDevelopmentStorage=true", "--once", "--verbose", "--set", "SalesCostPerMonth=42000", "--set", "Delivery:MailFolder=a=b",
        ]);

        Assert.Equal(("files", "northwind.json", "elsewhere", 0), (options.Data, options.Mapping, options.Out, options.Port));
        Assert.Equal(("1998-W18", "1998-04"), (options.Week?.Name, options.Month?.Name));
        Assert.True(options.Once && options.Verbose);
        Assert.Equal(
            [("Currency", "USD"), ("Delivery:MailFolder", "a=b"), ("SalesCostPerMonth", "42000"), ("Storage", "UseDevelopmentStorage=true"), ("TimeZone", "America/New_York")],
            options.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value!)));
    }

    [Fact]
    public void The_sample_company_has_options_of_its_own()
    {
        var options = CommandLine.Parse(["--seed", "7", "--sample-end", "2026-11-22", "--history", "12"]);

        Assert.Equal((7, new DateOnly(2026, 11, 22), 12), (options.Seed, options.SampleEnd!.Value, options.History));
    }

    [Fact]
    public void Check_takes_a_folder_and_how_to_read_it()
    {
        var options = CommandLine.Parse(["check", "--data", "files", "--mapping", "import.json"]);

        Assert.Equal((LocalCommand.Check, "files", "import.json"), (options.Command, options.Data, options.Mapping));
    }

    [Fact]
    public void Retry_takes_the_ids_of_alerts_or_none()
    {
        var listing = CommandLine.Parse(["retry", "--queue", "deliver", "--storage", "UseDevelopmentStorage=true"]);
        var acting = CommandLine.Parse(["retry", "0123456789abcdef", "--dismiss", "fedcba9876543210"]);

        Assert.Equal((LocalCommand.Retry, "deliver", false, "UseDevelopmentStorage=true"), (listing.Command, listing.Queue, listing.Dismiss, listing.Settings["Storage"]));
        Assert.Empty(listing.Ids);
        Assert.True(acting.Dismiss);
        Assert.Equal(["0123456789abcdef", "fedcba9876543210"], acting.Ids);
    }

    [Theory]
    [InlineData("--day 2026-11-17", "2026-11-17", null, false)]
    [InlineData("--month 2026-10", null, "2026-10", false)]
    [InlineData("--all", null, null, true)]
    public void Rebuild_takes_a_day_a_month_or_everything(string line, string? day, string? month, bool everything)
    {
        var options = CommandLine.Parse(["rebuild", .. line.Split(' ')]);

        Assert.Equal(LocalCommand.Rebuild, options.Command);
        Assert.Equal((day, month, everything), (options.Day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), options.Month?.Name, options.Everything));
    }

    [Fact]
    public void The_help_names_every_option()
    {
        Assert.Equal(LocalCommand.Help, CommandLine.Parse(["--week", "1998-W18", "--help"]).Command);
        Assert.All(OptionTable.All, option => Assert.Contains(option.Name + " ", CommandLine.Help(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--colour red", "'--colour' is not an option; --help lists them all.")]
    [InlineData("files", "'files' is not an option; --help lists them all.")]
    [InlineData("--data", "--data needs a value: --data DIR.")]
    [InlineData("--data --once", "--data needs a value: --data DIR.")]
    [InlineData("--out=", "--out needs a value: --out DIR.")]
    [InlineData("--once=yes", "--once takes no value, so 'yes' has no meaning.")]
    [InlineData("--once --once", "--once is given twice.")]
    [InlineData("--week 1998-W54", "--week '1998-W54' is not an ISO week such as 1998-W18.")]
    [InlineData("--week 1998-04", "--week '1998-04' is not an ISO week such as 1998-W18.")]
    [InlineData("--month 1998-13", "--month '1998-13' is not a month such as 1998-04.")]
    [InlineData("--month 1998-W18", "--month '1998-W18' is not a month such as 1998-04.")]
    [InlineData("--history 0", "--history '0' is not a whole number from 1 to 1000.")]
    [InlineData("--history ten", "--history 'ten' is not a whole number from 1 to 1000.")]
    [InlineData("--port 65536", "--port '65536' is not a whole number from 0 to 65535.")]
    [InlineData("--port -1", "--port '-1' is not a whole number from 0 to 65535.")]
    [InlineData("--currency EURO", "--currency 'EURO' is not three letters such as EUR.")]
    [InlineData("--time-zone Paris", "--time-zone 'Paris' is not known; an IANA id such as Europe/Paris is accepted.")]
    [InlineData("--sample-end 2026-02-30", "--sample-end '2026-02-30' is not a day such as 2026-11-22.")]
    [InlineData("--set Currency", "--set 'Currency' is not of the form Name=Value, such as SalesCostPerMonth=42000.")]
    [InlineData("--mapping import.json", "--mapping says how to read a folder and needs --data DIR.")]
    [InlineData("--data files --seed 3", "--seed and --sample-end shape the sample company and do not go with --data.")]
    [InlineData("--history 3 --week 1998-W18", "--history counts the last complete periods and does not go with --week or --month.")]
    [InlineData("check", "check needs a folder: check --data DIR.")]
    [InlineData("check --data files --once", "--once does not go with check, which only reads a folder.")]
    [InlineData("rebuild", "rebuild takes one of --day 2026-11-17, --month 2026-10 and --all.")]
    [InlineData("rebuild --day 2026-11-17 --all", "rebuild takes one of --day 2026-11-17, --month 2026-10 and --all.")]
    [InlineData("rebuild --all --once", "--once does not go with rebuild, which only rolls up what is stored.")]
    [InlineData("retry --once", "--once does not go with retry, which only puts back work that was given up.")]
    [InlineData("retry --dismiss", "--dismiss needs the ids of alerts; retry without ids lists them.")]
    [InlineData("retry --queue mail", "--queue 'mail' is not one of pull-window, roll-up-day, build-report, deliver and timers.")]
    [InlineData("--queue deliver", "--queue goes with retry only.")]
    [InlineData("--all", "--all goes with rebuild only.")]
    public void What_cannot_be_followed_is_answered_in_one_sentence(string line, string sentence)
    {
        var failure = Assert.Throws<OptionException>(() => CommandLine.Parse(line.Split(' ')));

        Assert.Equal(sentence, failure.Message);
    }
}
