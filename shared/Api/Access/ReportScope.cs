using SalesReports.Facts;
using SalesReports.Reports;

namespace SalesReports.Api;

/// <summary>Which part of the company a request sees: what it asks for, never more than its caller may.</summary>
internal static class ReportScope
{
    public static string Of(Caller caller, string? asked)
    {
        if (asked is null)
        {
            return caller.Scope;
        }

        if (!ScopeName.IsValid(asked))
        {
            throw Query.Refused("scope", asked, "company, team:NAME or rep:ID", [ScopeName.Company, "team:NAME", "rep:ID"]);
        }

        return caller.Scope == ScopeName.Company || caller.Scope == asked
            ? asked
            : throw new ProblemException(Problems.Forbidden($"This caller sees only {caller.Scope}.", "scope", asked));
    }
}
