namespace SalesReports.Calendar;

/// <summary>
/// The time zone the company does business in. It alone decides on which day an instant falls.
/// Source: metrics.md, rule 1.
/// </summary>
public sealed class BusinessZone
{
    private readonly TimeZoneInfo _zone;

    /// <param name="id">An IANA id such as <c>Europe/Paris</c>.</param>
    /// <exception cref="ArgumentException">The id is not known; the message names it and an accepted one.</exception>
    public BusinessZone(string id)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            throw new ArgumentException($"Time zone '{id}' is not known; an IANA id such as 'Europe/Paris' is accepted.", nameof(id));
        }

        _zone = zone;
        Id = id;
    }

    public string Id { get; }

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(AtHome(instant).DateTime);

    /// <summary>The same instant with the offset that the business zone has at that moment.</summary>
    public DateTimeOffset AtHome(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    /// <summary>
    /// The instant of a wall-clock time. In the hour that is skipped in spring the clock is taken as already moved forward
    /// (02:30 becomes 03:30); in the hour that comes twice in autumn the first one is meant.
    /// </summary>
    public DateTimeOffset InstantOf(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        var instant = new DateTimeOffset(local, offset);

        // A time in the gap does not come back from its instant; TimeZoneInfo.IsInvalidTime misses the gap of zones such as Europe/Dublin,
        // whose summer time is their standard time. The offset of just before the gap, read as an instant, lands just after it.
        return AtHome(instant).DateTime == local ? instant : AtHome(new DateTimeOffset(local, _zone.GetUtcOffset(local.AddHours(-3))));
    }

    public DateTimeOffset StartOf(DateOnly day) => InstantOf(day.ToDateTime(TimeOnly.MinValue));

    public DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());
}
