using SalesReports.Jobs;

namespace SalesReports.Tests.Jobs;

public sealed class WorkItemTests
{
    [Fact]
    public void A_message_that_a_host_laid_out_anew_is_the_same_work()
    {
        var sent = new WorkItem(WorkQueues.BuildQueue, """{"period":"2026-W47"}""");
        var received = new WorkItem(WorkQueues.BuildQueue, "{\r\n  \"period\": \"2026-W47\"\r\n}");

        Assert.Equal(sent.Id, received.Id);
    }

    [Fact]
    public void Other_content_and_another_queue_are_other_work()
    {
        string[] ids =
        [
            new WorkItem(WorkQueues.BuildQueue, """{"period":"2026-W47"}""").Id,
            new WorkItem(WorkQueues.BuildQueue, """{"period":"2026-W48"}""").Id,
            new WorkItem(WorkQueues.DeliverQueue, """{"period":"2026-W47"}""").Id,
            new WorkItem(WorkQueues.BuildQueue, "2026-W47").Id,
        ];

        Assert.Equal(4, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{16}$", id));
    }

    [Theory]
    [InlineData(WorkQueues.PullQueue, """{"source":"csv"}""", "pull", "csv")]
    [InlineData(WorkQueues.RollUpQueue, """{"day":"2026-11-17"}""", "roll up", "2026-11-17")]
    [InlineData(WorkQueues.RollUpQueue, """{"from":"2026-10-01","to":"2026-10-31"}""", "roll up", "2026-10-01 2026-10-31")]
    [InlineData(WorkQueues.RollUpQueue, """{"sweep":true}""", "roll up", null)]
    [InlineData(WorkQueues.BuildQueue, """{"period":"2026-W47"}""", "build", "2026-W47")]
    [InlineData(WorkQueues.DeliverQueue, """{"period":"2026-10","deliveryId":"abc"}""", "deliver", "2026-10")]
    [InlineData(WorkQueues.BuildQueue, """{"period":"a\u001b[2Jb"}""", "build", "a [2Jb")]
    [InlineData(WorkQueues.BuildQueue, """{"period":7}""", "build", null)]
    [InlineData(WorkQueues.BuildQueue, "null", "build", null)]
    [InlineData(WorkQueues.BuildQueue, "{", "build", null)]
    [InlineData(WorkQueues.BuildQueue, "", "build", null)]
    public void A_message_says_what_it_is_about(string queue, string body, string job, string? subject)
    {
        var work = new WorkItem(queue, body);

        Assert.Equal((job, subject), (work.Job, work.Subject));
    }

    [Fact]
    public void A_subject_is_bounded() => Assert.Equal(80, new WorkItem(WorkQueues.PullQueue, $$"""{"source":"{{new string('x', 5_000)}}"}""").Subject!.Length);
}
