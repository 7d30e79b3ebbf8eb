using Microsoft.Net.Http.Headers;

namespace SalesReports.Api;

/// <summary>
/// What suits the caller best (RFC 9110, 12.4 and 12.5): for each offer the quality of the most specific range that names it;
/// the highest wins, ours first among equals, none at quality 0. No range at all accepts everything.
/// </summary>
internal static class Negotiation
{
    public static DocumentForm? BestForm(IList<MediaTypeHeaderValue> accept) =>
        Best(DocumentForm.All, accept.Count == 0, form => QualityOf(form.MediaType, accept));

    public static string? BestType(IReadOnlyList<string> mediaTypes, IList<MediaTypeHeaderValue> accept) =>
        Best(mediaTypes, accept.Count == 0, mediaType => QualityOf(mediaType, accept));

    public static string? BestLanguage(IReadOnlyList<string> languages, IList<StringWithQualityHeaderValue> accept) =>
        Best(languages, accept.Count == 0, language => QualityOf(language, accept));

    private static T? Best<T>(IReadOnlyList<T> offers, bool anything, Func<T, double> quality)
        where T : class
    {
        // The order of equal elements is kept, so that the first offer wins a tie.
        return offers.Select(offer => (Offer: offer, Quality: anything ? 1 : quality(offer)))
            .Where(o => o.Quality > 0)
            .OrderByDescending(o => o.Quality)
            .Select(o => o.Offer)
            .FirstOrDefault();
    }

    private static double QualityOf(string mediaType, IList<MediaTypeHeaderValue> accept) => accept
        .Where(range => MediaTypeHeaderValue.Parse(mediaType).IsSubsetOf(WithoutParameters(range)))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .ThenByDescending(range => range.Quality ?? 1)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();

    /// <summary>A parameter such as charset narrows a form that we have in one way only, so it is not looked at.</summary>
    private static MediaTypeHeaderValue WithoutParameters(MediaTypeHeaderValue range) => new(range.MediaType);

    /// <summary><c>fr-CA</c> is content with <c>fr</c>; an exact <c>fr</c> counts before it, <c>*</c> last.</summary>
    private static double QualityOf(string language, IList<StringWithQualityHeaderValue> accept) => accept
        .Select(range => (Range: range.Value.ToString(), Quality: range.Quality ?? 1, Rank: RankOf(range.Value.ToString(), language)))
        .Where(r => r.Rank is not null)
        .OrderBy(r => r.Rank)
        .ThenByDescending(r => r.Quality)
        .Select(r => r.Quality)
        .FirstOrDefault();

    private static int? RankOf(string range, string language) =>
        range.Equals(language, StringComparison.OrdinalIgnoreCase) ? 0
        : range.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase) ? 1
        : range == "*" ? 2
        : null;
}
