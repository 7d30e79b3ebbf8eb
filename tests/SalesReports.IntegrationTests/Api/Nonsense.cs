using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using SalesReports.Api;

namespace SalesReports.IntegrationTests.Api;

/// <summary>Texts, JSON and whole requests that nobody honest sends.</summary>
internal static class Nonsense
{
    public static readonly string[] Texts =
    [
        "", "'", "''", "' or 1 eq 1", "' or PartitionKey ne '", "$filter=true", "\"", "\\", "..", "../../keys", "..%2f..%2fkeys", "%00", "\0", "%0d%0aSet-Cookie: a=b", "\r\nX: y", "%", "%zz", "%c0%ae", "%ff", "{0}",
        "<script>alert(1)</script>", "=HYPERLINK(\"x\")", "~", "l~\u007f", "z~", "-1", "0", "99999999999999999999999999", "1e999", "NaN", "٢٠٢٦-W٤٧", "２０２６-W47", "2026-W53", "9999-12-31", "0001-01-01", "10000-01-01",
        "Ünïcödé", "💩", "\u202Eexe", "\uFEFF", "\uD800", "team:", "team:'", "rep:" + new string('x', 300), "latest ", "LATEST", "null", "true", "*", "W/\"x\"", "\"", "bytes=9-1", "bytes=0-,0-,0-,0-", "k" + new string(' ', 200),
        new string('a', 300), new string('é', 3000), new string('\'', 5000),
    ];

    private static readonly string[] Fields =
        ["email", "displayName", "language", "reports", "attachments", "scope", "required", "name", "role", "expires", "addresses", "teams", "repId", "team", "targets", "metric", "value", "", "__proto__", "$type", "\uD800"];

    private static readonly string[] Scalars =
        ["null", "true", "0", "-0", "1e999", "-1e-999", "0.1", "1E400", "\"\\ud800\"", "\"\\u0000\"", "\"weekly\"", "\"admin\"", "\"company\"", "\"9999-99-99\"", "\"2027-01-01T00:00:00Z\"", "[", "}", "tru", "'a'", "NaN", new string('9', 400)];

    private static readonly string[] Deep = [new string('[', 20_000), string.Concat(Enumerable.Repeat("{\"a\":", 20_000)), "[" + new string('[', 15) + new string(']', 15) + "]", "\uFEFF{}", "{\"a\":1,\"a\":2}", ""];

    public static readonly Gen<string> Text = Gen.Frequency(
        (6, Any(Texts)), (2, Gen.String[Gen.Char['\0', '\u007f'], 0, 40]), (2, Gen.String[0, 40]), (1, Gen.Int[100, 6000].Select(length => new string('x', length))));

    public static readonly Gen<string> Json = Gen.Frequency((5, Value(3)), (1, Any(Deep)), (1, Gen.String[0, 200]));

    public static readonly Gen<byte[]> Bytes = Gen.OneOf(Json.Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[0, 2000]);

    /// <summary>Head and body of a request to an address of the table, all of whose places may hold anything.</summary>
    public static readonly Gen<(string Head, byte[] Body)> Request =
        from route in Any([.. Routes.All])
        from texts in Text.Array[8]
        from isRaw in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
        from isValid in Gen.Bool.Array[8]
        from asked in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 3]))
        from type in Gen.Frequency((5, Gen.Const(route.Body?.ContentType ?? "application/json")), (1, Any("text/plain", "application/json; charset=utf-16", "multipart/form-data", "a/b/c", "", ";;;")))
        from framing in Gen.Frequency((8, Gen.Const("length")), (1, Any("short", "long", "negative", "huge", "chunked", "both", "twice")))
        from body in route.Body is null ? Gen.Frequency((4, Gen.Const(Array.Empty<byte>())), (1, Bytes)) : Bytes
        select (Head(route, texts, isRaw, isValid, asked, type, framing, body.Length), framing is "chunked" ? [.. Encoding.ASCII.GetBytes("zz\r\n"), .. body] : body);

    public static Gen<T> Any<T>(params IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(at => values[at]);

    /// <summary>As it stands in an address when it is sent with care.</summary>
    public static string Escaped(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(one => $"%{one:X2}"));

    private static Gen<string> Value(int depth) => depth == 0
        ? Gen.OneOf(Any(Scalars), Text.Select(text => JsonSerializer.Serialize(text)))
        : Gen.Frequency(
            (1, Value(0)),
            (1, Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (3, Gen.Select(Any(Fields).Select(field => JsonSerializer.Serialize(field)), Value(depth - 1)).Array[0, 4].Select(fields => $"{{{string.Join(',', fields.Select(field => $"{field.Item1}:{field.Item2}"))}}}")));

    private static string Head(Route route, string[] texts, bool isRaw, bool[] isValid, int asked, string type, string framing, int length)
    {
        string Shown(int at) => isRaw ? texts[at] : Escaped(texts[at]);
        var path = route.Parameters.Where(parameter => parameter.In == "path").Select((parameter, at) => (parameter.Name, at)).Aggregate(
            isValid[0] ? ApiServer.PathOf(route) : Routes.Prefix + route.Template, (address, place) => address.Replace($"{{{place.Name}}}", Shown(place.at), StringComparison.Ordinal));
        var names = route.Parameters.Where(parameter => parameter.In == "query").Select(parameter => parameter.Name).Append("x").ToList();
        var query = string.Join('&', Enumerable.Range(0, asked).Select(at => $"{names[at % names.Count]}={Shown(at + 2)}"));
        var headers = new StringBuilder();
        foreach (var (name, at) in ((string[])["If-Match", "Idempotency-Key", "Accept", "Accept-Language", "If-None-Match", "Range", "X-Forwarded-For", "Authorization"]).Select((name, at) => (name, at)))
        {
            var value = isRaw ? texts[at] : new string([.. texts[at].Where(c => c is >= ' ' and not '\u007f' and <= 'ÿ')]);
            headers.Append(name == "If-Match" && isValid[at] ? "If-Match: *\r\n" : isValid[at] ? "" : $"{name}: {value}\r\n{(at == 2 ? $"{name}: {value}\r\n" : "")}");
        }

        return $"{route.Method.ToUpperInvariant()} {path}?{query} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nx-api-key: KEY\r\nContent-Type: {type}\r\n{Framing(framing, length)}{headers}\r\n";
    }

    private static string Framing(string framing, int length) => framing switch
    {
        "short" => Length(length / 2),
        "long" => Length(length + 10),
        "negative" => Length(-1),
        "huge" => "Content-Length: 99999999999999999999\r\n",
        "chunked" => "Transfer-Encoding: chunked\r\n",
        "both" => "Transfer-Encoding: chunked\r\n" + Length(length),
        "twice" => Length(length) + Length(length + 1),
        _ => Length(length),
    };

    private static string Length(int length) => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
}
