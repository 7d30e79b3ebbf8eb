namespace SalesReports.Api;

/// <summary>Ends a request early; <see cref="Gate"/> turns it into the answer.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
