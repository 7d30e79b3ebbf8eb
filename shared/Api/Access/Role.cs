namespace SalesReports.Api;

/// <summary>What a key may do; a higher role includes the lower.</summary>
public enum Role
{
    Reader = 1,
    Admin = 2,
}
