using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.IntegrationTests.Store;
using SalesReports.Jobs;
using SalesReports.Store;

namespace SalesReports.IntegrationTests.Sending;

/// <summary>Who sees less than the company is sent a report that never held more, and a late source is named in it.</summary>
public sealed class ScopeTests(AzuriteFixture azurite)
{
    private const decimal Mine = 4321;
    private const decimal Theirs = 98765;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("team:North")]
    [InlineData("rep:R-NORTH")]
    public async Task Nobody_is_sent_another_teams_names_or_figures(string scope)
    {
        await using var world = await SendingWorld.Open(azurite).WithPeopleAsync();
        await PlantAsync(world);
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await world.AddPersonAsync("anna", scope);
        await world.AddPersonAsync("chief");
        world.World.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

        await world.TickAsync();

        var (mine, chiefs) = (Text(world, "anna"), Text(world, "chief"));
        Assert.Contains("4,321", mine, StringComparison.Ordinal);
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, mine, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("103,186", chiefs, StringComparison.Ordinal);
        var reports = world.World.Get<ReportStore>();
        var stored = (await reports.FindAsync(SendingWorld.Week, scope, null, Token))!;
        var json = (await reports.ReadFileAsync(stored, "report.json", Token))!.ToString();
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, json, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("team:North", "2026-W47")]
    [InlineData("rep:R-NORTH", "2026-W47")]
    [InlineData("team:North", "2026-10")]
    [InlineData("rep:R-NORTH", "2026-10")]
    public async Task Nothing_of_another_scope_is_in_the_mail_its_files_what_its_links_open_or_the_rows_behind_its_figures(string scope, string name)
    {
        Assert.True(Period.TryParse(name, out var period));
        await using var world = await SendingWorld.Open(azurite, settings: new() { ["Delivery:PublicBaseUrl"] = "https://reports.example.com" }).WithPeopleAsync();
        await PlantAsync(world);
        await PlantEverywhereAsync(world);

        var (mine, all) = (await ReadAsync(world, "anna", scope, period), await ReadAsync(world, "chief", "company", period));

        Assert.Equal(17, mine.Count);
        Assert.All(mine, surface => Assert.All(Everywhere, canary => Assert.False(surface.Value.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{surface.Key} holds {canary}.")));
        Assert.All(["html", "text", "opened report.json", "opened report.en.html", "opened report.en.pdf", "opened report.en.xlsx", "lineage revenue"], surface => Assert.Contains("4321", mine[surface], StringComparison.Ordinal));

        // The same eyes see the canaries where they belong: a surface that could not be read would hide a leak.
        Assert.All(["opened report.json", "opened report.en.html", "opened report.en.pdf", "opened report.en.xlsx"], surface => Assert.Contains("South", all[surface], StringComparison.Ordinal));
        Assert.All(all.Where(surface => surface.Key.StartsWith("attached", StringComparison.Ordinal)), surface => Assert.Contains("South", surface.Value, StringComparison.Ordinal));
        Assert.Contains("98765", all["lineage revenue"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_goes_without_a_late_source_names_it_and_marks_what_it_touches()
    {
        await using var world = await SendingWorld.Open(azurite, settings: new() { ["OptionalSources:0"] = null }).WithPeopleAsync("anna");
        var ledger = world.World.Get<SourceLedger>();
        await ledger.EndImportAsync(
            "csv", await ledger.BeginImportAsync("csv", Token), new DateTimeOffset(2026, 11, 21, 5, 0, 0, TimeSpan.Zero), null, null, [FactKind.Orders], Token);
        world.World.Clock.Advance(TimeSpan.FromHours(4));

        await world.TickAsync();

        Assert.Contains("Late data, read before the end of the period: csv", Text(world, "anna"), StringComparison.Ordinal);
        var built = await world.World.Get<BuildReport>().RunAsync(SendingWorld.Week, Token);
        Assert.Equal("late", Assert.Single(built.Report.Sources).Status);
        Assert.Equal("partial", built.Report.Metrics.Single(metric => metric.Id == "revenue").Status);
        Assert.Contains(built.Report.Gaps, gap => gap.Metric == "revenue" && gap.Code == "source_late");
        Assert.NotEqual("source_late", built.Report.Gaps.SingleOrDefault(gap => gap.Metric == "win_rate")?.Code);
    }

    private static IReadOnlyList<string> Canaries => ["R-SOUTH", "South", "Zebulon", "C-SOUTH", "98765", "98,765", "103186", "103,186"];

    private static IReadOnlyList<string> Everywhere => [.. Canaries.Select(canary => canary.Replace(",", "", StringComparison.Ordinal)), "SouthernCross", "SKU-SOUTH", "Velvet", "87654", "76543", "D-SOUTH", "Q-SOUTH", "L-SOUTH", "98.8k", "Campaign-S"];

    private static async Task<IReadOnlyDictionary<string, string>> ReadAsync(SendingWorld world, string name, string scope, Period period)
    {
        var draft = new RecipientDraft { Email = $"{name}@example.com", Scope = scope, Language = "en", Attachments = ["pdf", "xlsx"] };
        var person = (await world.World.Get<RecipientTable>().AddAsync(world.World.Get<RecipientRules>().Check(draft).Recipient!, "test", Token))!;
        using var message = await world.World.Get<TryLetters>().WriteAsync(person, period, withLinks: true, Token);
        return await MailSurfaces.OfAsync(world.World, message, period, scope, "en");
    }

    /// <summary>A canary in every kind of fact, in both periods; next to nothing of it may be seen from the north.</summary>
    private static async Task PlantEverywhereAsync(SendingWorld world)
    {
        var facts = world.World.Get<FactStore>();
        await facts.WriteAsync(FactKind.Customers, [new Customer { Source = "csv", Id = "C-NORTH", Name = "Northern Lights", OwnerId = "R-NORTH" }, new Customer { Source = "csv", Id = "C-SOUTH", Name = "Southern Cross", OwnerId = "R-SOUTH" }], 1, Token);
        await facts.WriteAsync(FactKind.Products, [new Product { Source = "csv", Id = "SKU-SOUTH", Name = "Velvet", Category = "Velvet" }], 1, Token);
        foreach (var day in new[] { new DateOnly(2026, 10, 14), new DateOnly(2026, 11, 19) })
        {
            Order Sold(string side, decimal net) => Made.Order($"{side}-{day:MMdd}", day, $"C-{side}", net) with { RepId = $"R-{side}" };
            var south = Sold("SOUTH", Theirs);
            await world.AddOrdersAsync(Sold("NORTH", day.Month == 10 ? Mine : 0.5m), south with { Lines = [south.Lines[0] with { Sku = "SKU-SOUTH", Category = "Velvet" }] });
            await facts.WriteAsync(FactKind.Opportunities, [Made.Deal($"D-SOUTH-{day:MMdd}", day, day, Outcome.Won) with { RepId = "R-SOUTH", Amount = 87654, CustomerId = "C-SOUTH", Name = "Velvet deal" }, Made.Deal($"D-NORTH-{day:MMdd}", day, null, Outcome.Open) with { RepId = "R-NORTH", Amount = 10, CustomerId = "C-NORTH" }], 1, Token);
            await facts.WriteAsync(FactKind.Leads, [new Lead { Source = "csv", Id = $"L-SOUTH-{day:MMdd}", CreatedAt = Moment.On(day), OwnerId = "R-SOUTH", LeadSource = "Campaign-S" }], 1, Token);
            await facts.WriteAsync(FactKind.Quotes, [new Quote { Source = "csv", Id = $"Q-SOUTH-{day:MMdd}", RequestedAt = Moment.On(day), RepId = "R-SOUTH", CustomerId = "C-SOUTH", Amount = 76543 }], 1, Token);
            await facts.WriteAsync(FactKind.Spend, [new SpendDay { Source = "csv", Id = $"S-{day:MMdd}", Day = day, Channel = "Campaign-S", Amount = 999 }], 1, Token);
        }

        await world.World.Get<RollUp>().SweepAsync(null, Token);
    }

    private static async Task PlantAsync(SendingWorld world)
    {
        Fact[] reps =
        [
            new Rep { Source = "csv", Id = "R-NORTH", Name = "Nora", Team = "North" },
            new Rep { Source = "csv", Id = "R-SOUTH", Name = "Zebulon", Team = "South" },
        ];
        await world.World.Get<FactStore>().WriteAsync(FactKind.Reps, reps, 1, Token);
        await world.AddOrdersAsync(
            Made.Order("N1", new DateOnly(2026, 11, 18), "C-NORTH", Mine) with { RepId = "R-NORTH" },
            Made.Order("S1", new DateOnly(2026, 11, 18), "C-SOUTH", Theirs) with { RepId = "R-SOUTH" });
    }

    private static string Text(SendingWorld world, string name) => world.Mailer.Taken.Single(mail => mail.To == $"{name}@example.com").Text;
}
