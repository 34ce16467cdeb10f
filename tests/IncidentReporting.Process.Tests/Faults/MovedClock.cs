using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>A clock that is moved while a service runs. libfaketime reads the file without a lock: a thread may for a moment see the real time.</summary>
internal sealed class MovedClock : FakedClock
{
    private readonly string _file;

    public MovedClock(Installation data)
        : base(data)
    {
        _file = Path.Combine(data.Folder, "clock");
        Move(TimeSpan.Zero);
        Set("FAKETIME_TIMESTAMP_FILE", _file);
        Set("FAKETIME_NO_CACHE", "1");
    }

    /// <summary>So far from the real time.</summary>
    public void Move(TimeSpan by)
    {
        var next = _file + ".next";
        File.WriteAllText(next, Seconds(by) + "\n");
        File.Move(next, _file, overwrite: true);
    }
}
