using System.Diagnostics;

namespace IncidentReporting.TestKit;

/// <summary>Temporary folders for databases: in memory where there is room, since tests need not survive a power cut.</summary>
public static class TestFolder
{
    private const string Memory = "/dev/shm";
    private const long Room = 2L << 30;

    /// <summary>For measurements: on a disk all the same.</summary>
    public static bool OnDisk { get; set; }

    public static string Create(string prefix) =>
        !OnDisk && Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room
            ? Directory.CreateDirectory(Path.Combine(Memory, $"{prefix}{Guid.NewGuid():N}")).FullName
            : Directory.CreateTempSubdirectory(prefix).FullName;

    /// <summary>Runs a shell command that outlives this process.</summary>
    internal static void AfterExit(string command)
    {
        var start = new ProcessStartInfo("setsid") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["/bin/sh", "-c", $"exec >/dev/null 2>&1 </dev/null; {command}"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start);
    }
}
