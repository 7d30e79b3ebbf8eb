using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using SalesReports.Local.Emulator;

namespace SalesReports.IntegrationTests.Hosting;

public sealed class AzuriteTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_three_services_answer_the_official_clients()
    {
        var name = TestWorld.NewPrefix();
        var table = new TableClient(azurite.ConnectionString, name);
        await table.CreateAsync(Cancellation);
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 42 }, Cancellation);
        var queue = new QueueClient(azurite.ConnectionString, name);
        await queue.CreateAsync(cancellationToken: Cancellation);
        await queue.SendMessageAsync("hello", Cancellation);
        var container = new BlobContainerClient(azurite.ConnectionString, name);
        await container.CreateAsync(cancellationToken: Cancellation);
        await container.UploadBlobAsync("b", BinaryData.FromString("bytes"), Cancellation);

        Assert.Equal(42, (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value["Value"]);
        Assert.Equal("hello", (await queue.ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString());
        Assert.Equal("bytes", (await container.GetBlobClient("b").DownloadContentAsync(Cancellation)).Value.Content.ToString());
    }

    [Fact]
    public async Task Without_Node_one_sentence_says_what_to_do()
    {
        var failure = await Assert.ThrowsAsync<EmulatorException>(() => Azurite.StartAsync(null, Path.GetTempPath(), Cancellation));

        Assert.Equal(
            "The storage emulator needs Node.js and 'node' was not found: install Node.js 20 or later, or name a storage account with --storage CONNECTION.",
            failure.Message);
    }

    [Fact]
    public async Task Disposing_ends_the_process()
    {
        var own = await Azurite.StartAsync(null, null, Cancellation);
        var id = own.ProcessId;
        using var process = Process.GetProcessById(id);

        await own.DisposeAsync();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(5)));
    }
}
