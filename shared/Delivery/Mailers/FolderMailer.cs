using Microsoft.Extensions.Options;
using MimeKit;

namespace SalesReports.Delivery;

/// <summary>
/// Writes each mail as <c>delivery id.eml</c> into a folder, for running without any account. The name makes a repeated hand-over
/// find the first one: always exactly one message.
/// </summary>
public sealed class FolderMailer(IOptions<DeliveryOptions> options) : IMailer
{
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

            return Publish(unfinished, file);
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

    /// <summary>A whole file appears under its name at once, or another worker's is already there.</summary>
    private static DeliveryOutcome Publish(string unfinished, string file)
    {
        try
        {
            File.Move(unfinished, file, overwrite: false);
            return new DeliveryOutcome(DeliveryStatus.Accepted, file, null);
        }
        catch (IOException) when (File.Exists(file))
        {
            return new DeliveryOutcome(DeliveryStatus.AlreadySent, file, null);
        }
    }
}
