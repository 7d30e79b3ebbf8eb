using SalesReports.Facts;
using SalesReports.Reports;

namespace SalesReports.Api;

/// <summary>Which part of the company a request sees: what it asks for, never more than its key allows.</summary>
internal static class ReportScope
{
    public static string Of(ApiKey key, string? asked)
    {
        if (asked is null)
        {
            return key.Scope;
        }

        if (!ScopeName.IsValid(asked))
        {
            throw Query.Refused("scope", asked, "company, team:NAME or rep:ID", [ScopeName.Company, "team:NAME", "rep:ID"]);
        }

        return key.Scope == ScopeName.Company || key.Scope == asked
            ? asked
            : throw new ProblemException(Problems.Forbidden($"This key sees only {key.Scope}.", "scope", asked));
    }
}
