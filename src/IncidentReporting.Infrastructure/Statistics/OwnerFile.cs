namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Files that only their owner may read.</summary>
internal static class OwnerFile
{
    /// <summary>Whole or not at all, and only the first time: two that start at once must not each think theirs is the key.</summary>
    public static void CreateOnce(string file, byte[] content)
    {
        var folder = Path.GetDirectoryName(file)!;
        MakeFolder(folder);
        var draft = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        using (var stream = new FileStream(draft, Options()))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
