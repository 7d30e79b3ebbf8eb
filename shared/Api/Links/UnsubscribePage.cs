namespace SalesReports.Api;

/// <summary>What somebody reads who unsubscribes: no script, no address, one button.</summary>
internal static class UnsubscribePage
{
    public static string Ask(string language) => language == "fr"
        ? Page("fr", "Se désabonner", "Vous ne recevrez plus les rapports par courriel.", """<form method="post"><button>Se désabonner</button></form>""")
        : Page("en", "Unsubscribe", "You will no longer get the reports by mail.", """<form method="post"><button>Unsubscribe</button></form>""");

    public static string Done(string language) => language == "fr"
        ? Page("fr", "C'est fait", "Vous ne recevez plus les rapports. Pour les recevoir à nouveau, adressez-vous à la personne qui les administre.", "")
        : Page("en", "Done", "You no longer get the reports. To get them again, ask whoever administers them.", "");

    private static string Page(string language, string title, string sentence, string form) => $$"""
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{{title}}</title>
        <style>:root { color-scheme: light dark; } body { font: 18px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; } button { font: inherit; padding: .5rem 1.25rem; }</style>
        </head>
        <body>
        <main>
        <h1>{{title}}</h1>
        <p>{{sentence}}</p>
        {{form}}
        </main>
        </body>
        </html>
        """;
}
