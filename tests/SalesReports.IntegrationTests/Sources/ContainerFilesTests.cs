using Azure.Storage.Blobs;
using SalesReports.Calendar;
using SalesReports.Facts;
using SalesReports.IntegrationTests.Hosting;
using SalesReports.Sources;
using SalesReports.Sources.Csv;

namespace SalesReports.IntegrationTests.Sources;

public sealed class ContainerFilesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Files_at_the_top_of_the_container_are_imported_where_no_folder_is_set()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var name = TestWorld.NewPrefix();
        await using var world = TestWorld.Create(azurite, new Dictionary<string, string?> { ["ImportContainer"] = name });
        var container = world.Get<BlobServiceClient>().GetBlobContainerClient(name);
        await container.CreateAsync(cancellationToken: cancellationToken);
        await container.UploadBlobAsync("kunden.csv", BinaryData.FromString("Nr;Name\n1;Müller\n2;Łoś\n"), cancellationToken);
        await container.UploadBlobAsync("import.json", BinaryData.FromString("""{ "customers": { "file": "kunden.csv", "columns": { "customer_id": "Nr" } } }"""), cancellationToken);
        await container.UploadBlobAsync("done/reps.csv", BinaryData.FromString("rep_id,name\n1,Ann\n"), cancellationToken);

        var check = await CsvCheck.RunAsync(world.Get<CsvSource>(), cancellationToken);

        Assert.Equal(0, check.RejectedRows);
        var customers = Assert.Single(check.Kinds);
        Assert.Equal((FactKind.Customers, 2L, "kunden.csv"), (customers.Kind, customers.Facts, customers.Files[0].File));
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_a_matter_of_configuration()
    {
        await using var world = TestWorld.Create(azurite);
        var files = new ContainerFiles(world.Get<BlobServiceClient>().GetBlobContainerClient(TestWorld.NewPrefix()));
        var source = new CsvSource(files, world.Get<BusinessZone>(), CsvOptions.Default);

        var exception = await Assert.ThrowsAsync<SourceException>(() => source.PlanAsync(TestContext.Current.CancellationToken));

        Assert.Equal(SourceFault.Configuration, exception.Fault);
        Assert.Contains("does not exist", exception.Message, StringComparison.Ordinal);
    }
}
