using System.Diagnostics;
using System.Text.Json;

namespace SalesReports.BrowserTests;

/// <summary>A script below <c>tests/</c> that reads a text and answers in JSON.</summary>
internal static class NodeScript
{
    public static async Task<IReadOnlyList<T>> RunAsync<T>(string script, string input, CancellationToken cancellationToken)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Required.InTests(script)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var answer = node.StandardOutput.ReadToEndAsync(cancellationToken);
        var complaint = node.StandardError.ReadToEndAsync(cancellationToken);
        await node.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        node.StandardInput.Close();
        await node.WaitForExitAsync(cancellationToken);
        Assert.True(node.ExitCode == 0, await complaint);
        return JsonSerializer.Deserialize<List<T>>(await answer, JsonSerializerOptions.Web)!;
    }
}
