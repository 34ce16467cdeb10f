using System.Globalization;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>The clock of a service, moved while it runs; its own counts of time go on as they do on a machine whose clock is set.</summary>
internal sealed class MovedClock
{
    private static readonly string[] Names = ["LD_PRELOAD", "FAKETIME_TIMESTAMP_FILE", "FAKETIME_NO_CACHE", "FAKETIME_DONT_FAKE_MONOTONIC", "DONT_FAKE_MONOTONIC"];

    private readonly Installation _data;
    private readonly string _file;

    public MovedClock(Installation data)
    {
        _data = data;
        var library = Directory.Exists("/usr/lib")
            ? Directory.EnumerateDirectories("/usr/lib", "*-linux-*").Select(folder => Path.Combine(folder, "faketime", "libfaketime.so.1")).FirstOrDefault(File.Exists)
            : null;
        _file = Path.Combine(data.Folder, "clock");
        Move(TimeSpan.Zero);
        data.Settings["LD_PRELOAD"] = library ?? throw new InvalidOperationException("libfaketime is not installed: run tests/run.");
        data.Settings["FAKETIME_TIMESTAMP_FILE"] = _file;
        data.Settings["FAKETIME_NO_CACHE"] = "1";
        data.Settings["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        data.Settings["DONT_FAKE_MONOTONIC"] = "1";
    }

    /// <summary>Programs started from now on have the real time.</summary>
    public void LeaveOthers()
    {
        foreach (var name in Names)
        {
            _data.Settings.Remove(name);
        }
    }

    /// <summary>So far from the real time.</summary>
    public void Move(TimeSpan by)
    {
        var next = _file + ".next";
        File.WriteAllText(next, string.Create(CultureInfo.InvariantCulture, $"{(long)by.TotalSeconds:+0;-0;+0}\n"));
        File.Move(next, _file, overwrite: true);
    }
}
