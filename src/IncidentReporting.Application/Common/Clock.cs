namespace IncidentReporting.Application.Common;

public static class Clock
{
    /// <summary>Now in UTC, cut to whole milliseconds so that the same time reads back from every database.</summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
