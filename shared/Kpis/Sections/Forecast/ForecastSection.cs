using SalesReports.Calendar;
using SalesReports.Kpis.Sections.Deals;
using SalesReports.Measures;

namespace SalesReports.Kpis.Sections.Forecast;

/// <summary>Revenue of the next three months, from past months and from the pipeline. Source: metrics.md, 14.</summary>
/// <param name="Method"><c>holt_winters</c> from 24 months of history, <c>damped_trend</c> from 6, else null.</param>
/// <param name="MethodReason">Why there is no forecast from history; null when there is.</param>
/// <param name="HistoryMonths">Whole months it was made from.</param>
/// <param name="Accuracy">Of the forecasts made in earlier reports; null while none has come due.</param>
/// <param name="Backtest">Of the method on this history; null when it is too short.</param>
public sealed record ForecastSection(
    string? Method, Reason? MethodReason, int HistoryMonths, IReadOnlyList<ForecastMonth> Months, ForecastAccuracy? Accuracy, Backtest? Backtest)
{
    public static SectionResult<ForecastSection> Of(SectionInputs inputs, DealBook deals)
    {
        var series = MonthlySeries.Of(inputs);
        var method = ForecastMethod.For(series.Values.Count);
        if (method is null && deals.All.Count == 0)
        {
            return SectionResult.Undefined<ForecastSection>(DealReasons.HistoryUnderSixMonths);
        }

        var estimates = method is null ? null : IntervalForecast.Of(series.Values);
        return SectionResult.Of(new ForecastSection(
            method,
            method is null ? DealReasons.HistoryUnderSixMonths : null,
            series.Values.Count,
            [.. Enumerable.Range(1, ForecastMethod.Steps).Select(step => ForecastMonth.Of(inputs.Period.Back(-step), estimates?[step - 1], deals))],
            ForecastAccuracy.Of(inputs),
            method is null ? null : Backtest.Of(series)));
    }
}

/// <param name="Month">Such as <c>2026-12</c>.</param>
/// <param name="Value">From past months; null when they are too few.</param>
/// <param name="Low">Lower end of the 80 % interval; null without earlier errors to make it from.</param>
/// <param name="Pipeline">Σ open amount × stage probability expected to close in the month; null when no deal is known.</param>
/// <param name="PipelineLeftOut">Deals expected in it whose probability, amount or rate is not known.</param>
public sealed record ForecastMonth(string Month, decimal? Value, decimal? Low, decimal? High, decimal? Pipeline, decimal? PipelineWithoutPhantoms, int PipelineLeftOut)
{
    internal static ForecastMonth Of(Period month, IntervalForecast? estimate, DealBook deals)
    {
        var pipeline = MonthlyPipeline.Of(month, deals);
        return new ForecastMonth(month.Name, estimate?.Value, estimate?.Low, estimate?.High, pipeline.Weighted, pipeline.WithoutPhantoms, pipeline.LeftOut);
    }
}
