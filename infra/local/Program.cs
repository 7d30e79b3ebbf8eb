using System.Runtime.InteropServices;
using SalesReports.Local;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await LocalHost.RunAsync(args, stop.Token);

void Stop(PosixSignalContext context)
{
    // A second signal ends the process at once.
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
