namespace SalesReports.Local.Sample;

/// <param name="Share">Of all leads.</param>
/// <param name="SpendPerDay">In EUR on an average working day; null where nothing is paid for.</param>
/// <param name="ClicksPerLead">How many visitors one lead takes.</param>
internal sealed record SampleSource(string Name, string Campaign, double Share, double? SpendPerDay, int ClicksPerLead);

/// <summary>Where leads come from; four of the sources are advertising channels of the same name.</summary>
internal static class SampleSources
{
    public static IReadOnlyList<SampleSource> All { get; } =
    [
        new("paid_search", "bureau-2-temps", 0.30, 980, 22),
        new("paid_social", "espaces-de-travail", 0.18, 760, 35),
        new("display", "retour-au-bureau", 0.08, 330, 60),
        new("emailing", "lettre-mensuelle", 0.12, 240, 14),
        new("website", "formulaire", 0.14, null, 0),
        new("referral", "recommandation", 0.10, null, 0),
        new("trade_show", "salon-du-bureau", 0.08, null, 0),
    ];

    private static readonly double[] Shares = [.. All.Select(source => source.Share)];

    private static SampleSource Draw(SampleRandom random) => All[random.Weighted(Shares)];

    /// <summary>A source gone bad brings one deal where it brought five; people find the site by themselves instead.</summary>
    public static SampleSource DrawForDeal(SampleRandom random, SampleStories stories, DateOnly day)
    {
        var source = Draw(random);
        return stories.IsBad(source.Name, day) && random.Chance(0.8) ? Find("website")! : source;
    }

    /// <summary>A source gone bad brings half as many leads again, to no use.</summary>
    public static SampleSource DrawForLead(SampleRandom random, SampleStories stories, DateOnly day) =>
        stories.IsBad(stories.BadSource, day) && random.Chance(0.12) ? Find(stories.BadSource)! : Draw(random);

    public static SampleSource? Find(string name) => All.FirstOrDefault(source => source.Name == name);
}
