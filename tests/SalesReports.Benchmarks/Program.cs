using SalesReports.Benchmarks;

return await BenchmarkCommand.RunAsync(args);
