using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SalesReports.Delivery;

/// <summary>
/// Writes each mail as <c>delivery id.eml</c> into a folder, for running without any account. The name makes a repeated hand-over
/// find the first one: always exactly one message.
/// </summary>
public sealed class FolderMailer(IOptions<DeliveryOptions> options) : IMailer
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);
    private static long _attempts;

    private readonly string _folder = options.Value.MailFolder;

    public async Task<DeliveryOutcome> SendAsync(string deliveryId, MimeMessage message, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, $"{deliveryId}.eml");
        var unfinished = $"{file}.{Environment.ProcessId}.{Interlocked.Increment(ref _attempts)}.part";
        try
        {
            Directory.CreateDirectory(_folder);
            if (File.Exists(file))
            {
                return new DeliveryOutcome(DeliveryStatus.AlreadySent, file, null);
            }

            await using (var stream = File.Create(unfinished))
            {
                await message.WriteToAsync(stream, cancellationToken);
            }

            return await PublishAsync(unfinished, file, cancellationToken);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return new DeliveryOutcome(DeliveryStatus.TryAgain, null, $"The mail folder '{_folder}' cannot be written: {unwritable.Message}");
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    /// <summary>
    /// A whole file appears under its name at once, or another worker's is already there. A move that must not overwrite first
    /// looks and then moves on some systems, so one worker at a time does both.
    /// </summary>
    private async Task<DeliveryOutcome> PublishAsync(string unfinished, string file, CancellationToken cancellationToken)
    {
        await using var turn = await TakeTurnAsync(cancellationToken);
        if (File.Exists(file))
        {
            return new DeliveryOutcome(DeliveryStatus.AlreadySent, file, null);
        }

        File.Move(unfinished, file, overwrite: false);
        return new DeliveryOutcome(DeliveryStatus.Accepted, file, null);
    }

    /// <summary>A lock that its holder's death frees; apart from the folder, which holds mails alone.</summary>
    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(_folder))))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"salesreports-mail-{name}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LockPause, cancellationToken);
            }
        }
    }
}
