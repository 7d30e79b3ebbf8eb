using SalesReports.Facts;

namespace SalesReports.Api;

/// <summary>Whoever passed the gate.</summary>
/// <param name="Name">The key's id or the token's subject, as the audit trail names them.</param>
/// <param name="Scope">What they see: <c>company</c>, which includes all, or one <c>team:T</c> or <c>rep:R</c>.</param>
public sealed record Caller(string Name, Role Role, string Scope)
{
    /// <summary>Null when they may, else why not. What admins change concerns the whole company: a part of it gives no right to that.</summary>
    internal string? Hindrance(Role needed) =>
        Role < needed ? $"This needs the role {Words.Of(needed)}; this caller has the role {Words.Of(Role)}."
        : needed == Role.Admin && Scope != ScopeName.Company ? $"This needs the scope {ScopeName.Company}; this caller sees only {Scope}."
        : null;
}
