using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesReports.Reports;

namespace SalesReports.Api;

/// <summary>The description for people: plain HTML made from <see cref="Routes"/>, without scripts or anything from elsewhere.</summary>
internal static class DocsPage
{
    public static string Html { get; } = Make();

    private static string Make()
    {
        var page = new StringBuilder("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>SalesReports API</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
            section { border-top: 1px solid #8888; padding: 1rem 0; overflow-x: auto; }
            code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; }
            pre { overflow-x: auto; max-height: 30rem; }
            th, td { text-align: left; vertical-align: top; white-space: pre-line; padding: .25rem .75rem .25rem 0; }
            </style>
            </head>
            <body>
            <main>
            <h1>SalesReports API</h1>
            <p>Weekly and monthly sales reports. A key goes in the header <code>x-api-key</code>. Errors are <code>application/problem+json</code>.
            For programs: <a href="openapi.json">openapi.json</a>.</p>

            """);
        foreach (var route in Routes.All)
        {
            Describe(page, route);
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Describe(StringBuilder page, Route route)
    {
        page.Append("<section>\n<h2><code>").Append(route.Method.ToUpperInvariant()).Append(' ').Append(Text(Routes.Prefix + route.Template)).Append("</code></h2>\n<p>").Append(Text(route.Summary))
            .Append(route.Role is { } role ? $". Needs a key or a token with the role {Words.Of(role)}.</p>\n" : ". Needs no key.</p>\n");
        if (route.Parameters.Count > 0)
        {
            Table(page, ["Parameter", "In", "Meaning", "Values"], route.Parameters.Select(p => new[] { p.Name, p.In, p.Description, p.Schema }));
        }

        if (route.Body is { } body)
        {
            page.Append("<p>Body: ").Append(Text(body.ContentType)).Append(", up to ").Append(Words.Bytes(body.MostBytes)).Append("</p>\n<pre><code>").Append(Text(body.Example.Trim())).Append("</code></pre>\n");
        }

        Table(page, ["Status", "Meaning", "Content", "Headers"], route.Answers.Select(a => new[]
        {
            Words.Of(a.Status), a.Description, string.Join(", ", a.ContentTypes), string.Join("\n", a.Headers.Select(header => $"{header.Name}: {header.Example}")),
        }));
        Show(page, route);
        page.Append("</section>\n");
    }

    private static void Show(StringBuilder page, Route route)
    {
        page.Append("<details>\n<summary>Answers by example</summary>\n");
        foreach (var answer in route.Answers)
        {
            foreach (var type in answer.ContentTypes)
            {
                if (ExampleOf(route, answer, type) is { } example)
                {
                    page.Append("<p>").Append(Words.Of(answer.Status)).Append(", ").Append(Text(type)).Append("</p>\n<pre><code>").Append(Text(example)).Append("</code></pre>\n");
                }
            }
        }

        page.Append("</details>\n");
    }

    private static string? ExampleOf(Route route, Answer answer, string type) => type == Problem.ContentType
        ? JsonSerializer.Serialize(ProblemExamples.Of(route, answer), ReportJson.Options)
        : Examples.Of(route, answer, type) switch
        {
            null => null,
            JsonValue text => text.GetValue<string>(),
            var json => json.ToJsonString(ReportJson.Options),
        };

    private static void Table(StringBuilder page, string[] head, IEnumerable<string[]> rows)
    {
        page.Append("<table>\n<thead><tr>");
        foreach (var cell in head)
        {
            page.Append("<th scope=\"col\">").Append(Text(cell)).Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var cell in row)
            {
                page.Append("<td>").Append(Text(cell)).Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
