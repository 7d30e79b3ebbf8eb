namespace SalesReports.Documents.Email;

/// <summary>Colours written into every cell, since many readers drop style sheets; the classes change them in the dark where a reader keeps them. Pictures are swapped by their size: one client does not know <c>display</c>.</summary>
internal static class MailInk
{
    public const string Css = """

        @media (prefers-color-scheme: dark) {
          .preheader { color: #0b1220 !important; }
          .page { background-color: #0b1220 !important; }
          .sheet { background-color: #111827 !important; }
          .ground { background-color: #1c2736 !important; }
          .title { color: #f3f6fb !important; }
          .text { color: #e5e9f0 !important; }
          .muted { color: #a9b4c4 !important; }
          .green { color: #4ade80 !important; }
          .amber { color: #fbbf24 !important; }
          .red { color: #f87171 !important; }
          .link { color: #93c5fd !important; }
          .now { background-color: #60a5fa !important; }
          .day { width: 0 !important; height: 0 !important; }
          .night { width: 236px !important; height: 44px !important; }
          .past { background-color: #34528c !important; }
        }
        """;

    public static string Of(string colour) => colour switch
    {
        "green" => "#15803d",
        "amber" => "#9a4a07",
        "red" => "#b91c1c",
        _ => "#56606e",
    };

    public static string ClassOf(string colour) => colour == "none" ? "muted" : colour;
}
