using SalesReports.Calendar;

namespace SalesReports.Kpis.Sections.Friction;

/// <summary>Business hours between a question and its answer, of quotes and leads alike.</summary>
internal sealed class ResponseClock(SectionInputs inputs)
{
    private readonly BusinessHours _hours = new(new BusinessZone(inputs.Settings.TimeZone), inputs.Holidays);

    /// <summary>Null when the answer is dated before the question; where only a day is known, the same day is no contradiction.</summary>
    public decimal? Hours(Moment asked, Moment answered)
    {
        var isBefore = asked.Instant is { } from && answered.Instant is { } to ? to < from : answered.Day < asked.Day;
        return isBefore ? null : _hours.Between(asked, answered);
    }
}
