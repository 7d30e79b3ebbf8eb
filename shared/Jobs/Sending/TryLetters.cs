using System.Security.Cryptography;
using MimeKit;
using SalesReports.Calendar;
using SalesReports.Delivery;
using SalesReports.Store;

namespace SalesReports.Jobs;

/// <summary>What a recipient would get, to look at or to send to somebody else as a test; the ledger knows nothing of it.</summary>
public sealed class TryLetters(ReportStore reports, BuildReport build, ReportLetters letters, IMailer mailer)
{
    private const string TestMark = "[TEST] ";

    /// <summary>The very message that this recipient would be sent of the period, its files and links included.</summary>
    /// <exception cref="PeriodNotBuildableException">The period lies before all data.</exception>
    public async Task<MimeMessage> WriteAsync(Recipient recipient, Period period, bool withLinks, CancellationToken cancellationToken)
    {
        var revision = (await reports.FindAsync(period, recipient.Scope, null, cancellationToken))?.Revision
            ?? (await build.RunAsync(period, recipient.Scope, cancellationToken)).Report.Revision;
        var delivery = new DeliveryPlan(period.Kind.Name(), period.Name, default, [new PlannedDelivery(recipient.Id, recipient.Scope, revision)], IsQueued: false).Rows()[0];
        return await letters.WriteAsync(delivery, period, recipient, withLinks, cancellationToken)
            ?? throw new InvalidOperationException($"Revision {revision} of {period} is gone.");
    }

    /// <summary>One message an address, marked, without the links: they would act for the recipient.</summary>
    public async Task<IReadOnlyList<(string Address, DeliveryOutcome Outcome)>> SendAsync(
        Recipient recipient, Period period, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var outcomes = new List<(string Address, DeliveryOutcome Outcome)>();
        foreach (var address in addresses)
        {
            using var message = await WriteAsync(recipient, period, withLinks: false, cancellationToken);
            var id = $"test-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
            message.Subject = TestMark + message.Subject;
            message.MessageId = $"{id}@{message.From.Mailboxes.Single().Domain}";
            message.To.Clear();
            message.To.Add(new MailboxAddress("", address));
            outcomes.Add((address, await mailer.SendAsync(id, message, cancellationToken)));
        }

        return outcomes;
    }
}
