using System.Globalization;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>Another clock for the programs of an installation; their own counts of time go on as they do on a machine whose clock is set.</summary>
internal abstract class FakedClock
{
    private readonly Installation _data;
    private readonly List<string> _names = [];

    protected FakedClock(Installation data)
    {
        _data = data;
        var library = Directory.Exists("/usr/lib")
            ? Directory.EnumerateDirectories("/usr/lib", "*-linux-*").Select(folder => Path.Combine(folder, "faketime", "libfaketime.so.1")).FirstOrDefault(File.Exists)
            : null;
        Set("LD_PRELOAD", library ?? throw new InvalidOperationException("libfaketime is not installed: run tests/run."));
        Set("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        Set("DONT_FAKE_MONOTONIC", "1");
    }

    /// <summary>Programs started from now on have the real time.</summary>
    public void LeaveOthers() => _names.ForEach(name => _data.Settings.Remove(name));

    protected void Set(string name, string value)
    {
        _names.Add(name);
        _data.Settings[name] = value;
    }

    protected static string Seconds(TimeSpan by) => string.Create(CultureInfo.InvariantCulture, $"{(long)by.TotalSeconds:+0;-0;+0}");
}
