using SalesReports.Local;

return await LocalHost.RunAsync(args, CancellationToken.None);
