using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>A clock that is always so far from the real time.</summary>
internal sealed class SteadyClock : FakedClock
{
    public SteadyClock(Installation data, TimeSpan by)
        : base(data) => Set("FAKETIME", Seconds(by));
}
