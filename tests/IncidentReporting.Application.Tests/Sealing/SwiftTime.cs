namespace IncidentReporting.Application.Tests.Sealing;

/// <summary>A clock on which every wait is over at once, and has passed.</summary>
internal sealed class SwiftTime : TimeProvider
{
    private long _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => TimeSpan.FromMilliseconds(Environment.TickCount64).Ticks + Interlocked.Read(ref _passed);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _passed));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Add(ref _passed, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
