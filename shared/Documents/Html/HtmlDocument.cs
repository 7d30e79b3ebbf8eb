using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace SalesReports.Documents.Html;

/// <summary>Renders a Razor component to a document's text: encoded by default, accents left readable.</summary>
public sealed class HtmlDocument : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public string Render<TComponent>(IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        // What goes wrong is thrown, so the renderer's own log says nothing more. One renderer a document: its dispatcher is free, and our components await nothing, so the work is done when the call returns.
        using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        var rendering = renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
        return rendering.IsCompleted
            ? rendering.GetAwaiter().GetResult()
            : throw new InvalidOperationException($"The component {typeof(TComponent).Name} waits for something; documents are drawn from what they are given.");
    }

    public static byte[] Bytes(string document) => Encoding.UTF8.GetBytes(document);

    public void Dispose() => _services.Dispose();
}
