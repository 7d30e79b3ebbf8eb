using SalesReports.Documents.Charts;
using SalesReports.Documents.Graphics;
using SalesReports.Documents.Wording;

namespace SalesReports.Documents.Email;

/// <summary>The line of each metric as a picture, light and dark: a light one is a white box in a dark mail.</summary>
internal static class MailSparks
{
    public const int Width = 236;
    public const int Height = 44;

    public static IReadOnlyList<MailPicture> Of(ReportView view) =>
    [
        .. from card in view.Cards
           where HasLine(card)
           from palette in new[] { (Name: "light", Palette: Palette.Light), (Name: "dark", Palette: Palette.Dark) }
           select new MailPicture(IdOf(card, palette.Name), ChartPng.Of(card.Spark, view.Words.Language, Width, Height, palette.Palette, 8)),
    ];

    public static bool HasLine(Card card) => card.History.Any(point => point.Value is not null);

    public static string IdOf(Card card, string palette) => $"spark-{card.Id}-{palette}";
}
