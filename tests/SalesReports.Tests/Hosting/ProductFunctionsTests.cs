using Microsoft.Azure.Functions.Worker;
using SalesReports.Jobs;
using SalesReports.Local.Runner;

namespace SalesReports.Tests.Hosting;

public sealed class ProductFunctionsTests
{
    [Fact]
    public void Every_file_of_the_function_folders_is_a_function_class_that_the_local_host_finds()
    {
        var files = from folder in new[] { "Timers", "Queues", "Http" }
                    from file in Directory.EnumerateFiles(Path.Combine(FunctionsFolder(), folder), "*.cs")
                    select Path.GetFileNameWithoutExtension(file);

        var classes = FunctionCatalog.Product.All.Select(f => f.Class.Name).Distinct(StringComparer.Ordinal);

        Assert.Equal(files.Order(StringComparer.Ordinal), classes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("PullTimer", "0 0 * * * *")]
    [InlineData("SweepTimer", "0 */5 * * * *")]
    [InlineData("WeeklyDueTimer", "0 */15 * * * *")]
    [InlineData("MonthlyDueTimer", "30 */15 * * * *")]
    [InlineData("DeliveryTimer", "15 */5 * * * *")]
    [InlineData("VolumeAlarmTimer", "45 */15 * * * *")]
    public void Timers_have_their_schedule(string name, string schedule)
    {
        var timers = FunctionCatalog.Product.With<TimerTriggerAttribute>().ToDictionary(t => t.Function.Name, t => t.Trigger.Schedule);

        Assert.Equal(schedule, timers[name]);
        Assert.Equal(6, timers.Count);
    }

    [Theory]
    [InlineData("PullWindowQueue", WorkQueues.PullQueue)]
    [InlineData("RollUpDayQueue", WorkQueues.RollUpQueue)]
    [InlineData("BuildReportQueue", WorkQueues.BuildQueue)]
    [InlineData("DeliverQueue", WorkQueues.DeliverQueue)]
    [InlineData("PullWindowPoisonQueue", "pull-window-poison")]
    [InlineData("RollUpDayPoisonQueue", "roll-up-day-poison")]
    [InlineData("BuildReportPoisonQueue", "build-report-poison")]
    [InlineData("DeliverPoisonQueue", "deliver-poison")]
    public void Queue_functions_read_the_queue_that_the_jobs_write_to(string name, string queue)
    {
        var queues = FunctionCatalog.Product.With<QueueTriggerAttribute>().ToDictionary(q => q.Function.Name, q => q.Trigger);

        Assert.Equal((queue, "Storage"), (queues[name].QueueName, queues[name].Connection));
        Assert.Equal(8, queues.Count);
    }

    [Fact]
    public void Every_queue_that_work_is_put_on_has_a_function_for_what_was_given_up()
    {
        var read = FunctionCatalog.Product.With<QueueTriggerAttribute>().Select(q => q.Trigger.QueueName).ToHashSet(StringComparer.Ordinal);

        Assert.All(WorkQueues.All, queue => Assert.Superset(new HashSet<string>([queue, queue + "-poison"], StringComparer.Ordinal), read));
        Assert.Equal(2 * WorkQueues.All.Count, read.Count);
    }

    [Fact]
    public void No_function_asks_the_host_for_a_key_because_the_product_checks_its_own()
    {
        var http = FunctionCatalog.Product.With<HttpTriggerAttribute>().ToList();

        Assert.All(http, f => Assert.Equal(AuthorizationLevel.Anonymous, f.Trigger.AuthLevel));
        Assert.All(http, f => Assert.Equal(typeof(Task<Microsoft.AspNetCore.Http.IResult>), f.Function.Method.ReturnType));
    }

    private static string FunctionsFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SalesReports.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "functions");
    }
}
