namespace IncidentReporting.Infrastructure.Keys;

/// <summary>Files that only their owner may read.</summary>
internal static class OwnerFile
{
    /// <summary>Whole or not at all, and only the first time: two that start at once must not each think theirs is the key.</summary>
    public static void CreateOnce(string file, byte[] content)
    {
        var folder = Path.GetDirectoryName(file)!;
        MakeFolder(folder);
        var draft = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Create(draft, content);
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another was first.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>A file whose name nobody else gives: written in its place at once, in a folder that is there.</summary>
    public static void Create(string file, byte[] content)
    {
        using var stream = new FileStream(file, Options(FileMode.CreateNew, FileAccess.Write));
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>For one process at a time, until it is disposed of; throws <see cref="IOException"/> where another has it. The file stays.</summary>
    public static FileStream Lock(string file)
    {
        MakeFolder(Path.GetDirectoryName(file)!);
        return new FileStream(file, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
    }

    public static void MakeFolder(string folder)
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

    public static FileStreamOptions Options(FileMode mode, FileAccess access, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
