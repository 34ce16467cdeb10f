using System.Diagnostics;
using System.Globalization;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>A file system of its own with little room, in memory. Where none may be mounted the test fails: it is not to be passed over unseen.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Block = 64 * 1024;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static SmallDisk Mount(int mebibytes)
    {
        var folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={mebibytes}m,mode=777"), "tmpfs", folder);
        return new SmallDisk(folder);
    }

    /// <summary>Takes up all room but so many bytes.</summary>
    public void Fill(int left)
    {
        using (var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            var block = new byte[Block];
            try
            {
                while (true)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        using var full = new FileStream(Filler, FileMode.Open, FileAccess.Write);
        full.SetLength(Math.Max(0, full.Length - left));
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = Environment.IsPrivilegedProcess ? new ProcessStartInfo(program, arguments) : new ProcessStartInfo("sudo", ["-n", program, .. arguments]);
        start.RedirectStandardError = true;
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"A small disk could not be made or removed (run as root, or with sudo): {said}");
        }
    }
}
