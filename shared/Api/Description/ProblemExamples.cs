namespace SalesReports.Api;

/// <summary>For each refusal of an address one that it gives.</summary>
internal static class ProblemExamples
{
    private const string SomeTrace = "0HN8Q0V3A1B2C:00000001";

    /// <summary>Refusals that are the same at every address, by status.</summary>
    public static IReadOnlyDictionary<int, Problem> Shared { get; } = new SortedDictionary<int, Problem>
    {
        [401] = Problems.Unauthenticated,
        [403] = Problems.Forbidden(new Caller("reader", Role.Reader, "company").Hindrance(Role.Admin)!),
        [404] = Problems.NotAvailable("The report of 2026-W46 has not been built for company; the latest is 2026-W47.", "2026-W47"),
        [412] = Problems.ChangedMeanwhile,
        [414] = Problems.AddressTooLong,
        [422] = Problems.KeyReused,
        [428] = Problems.PreconditionRequired,
        [429] = Problems.TooManyFailures(TimeSpan.FromSeconds(42)),
        [500] = Problems.Unexpected(SomeTrace),
        [503] = Problems.StorageUnavailable(SomeTrace),
    };

    /// <summary>What only this address answers with this status; null when <see cref="Shared"/> has it.</summary>
    public static Problem? OwnOf(Route route, Answer answer) => answer.Problem ?? answer.Status switch
    {
        400 => Problems.UnknownParameter("scop", "team:North", Query.Taken(route)),
        403 when route.Role == Role.Reader => Problems.Forbidden("This caller sees only team:North.", "scope", "company"),
        413 => Problems.TooLarge(route.Body!),
        415 => Problems.UnsupportedMediaType("text/plain", route.Body!.ContentType),
        _ => null,
    };

    public static Problem Of(Route route, Answer answer) => OwnOf(route, answer) ?? Shared[answer.Status];
}
