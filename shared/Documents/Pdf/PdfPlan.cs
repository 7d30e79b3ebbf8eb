using SalesReports.Documents.Graphics;

namespace SalesReports.Documents.Pdf;

/// <summary>The pages of a document, each drawn when its turn comes, and the bookmarks beside them.</summary>
internal sealed record PdfPlan(IReadOnlyList<Action<Pen>> Pages, IReadOnlyList<Bookmark> Bookmarks);

/// <param name="Anchor">The destination's name on its page.</param>
internal sealed record Bookmark(string Title, string Anchor);
