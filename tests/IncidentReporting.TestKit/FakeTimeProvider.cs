namespace IncidentReporting.TestKit;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class FakeTimeProvider(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <summary>Friday 20 November 2026, 14.30 in Sweden.</summary>
    public FakeTimeProvider()
        : this(new DateTimeOffset(2026, 11, 20, 13, 30, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public void MoveTo(DateTimeOffset at) => Interlocked.Exchange(ref _ticks, at.UtcTicks);
}
