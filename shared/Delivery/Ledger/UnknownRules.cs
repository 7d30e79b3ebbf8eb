namespace SalesReports.Delivery;

/// <summary>What becomes of a delivery that may have been sent or not.</summary>
public enum UnknownRule
{
    /// <summary>Handing it over again finds the first one.</summary>
    AgainAtOnce,

    /// <summary>The provider tells of what it took; after a while of silence it is sent again.</summary>
    AgainAfterGrace,

    /// <summary>Nothing will ever tell: a person must look.</summary>
    NeverAgain,
}

public static class UnknownRules
{
    public static UnknownRule Of(string? mailer) => mailer switch
    {
        "folder" => UnknownRule.AgainAtOnce,
        "sendgrid" => UnknownRule.AgainAfterGrace,
        _ => UnknownRule.NeverAgain,
    };
}
