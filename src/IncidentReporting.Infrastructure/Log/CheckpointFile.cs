using System.Text;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Keys;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>The checkpoints of one employer: lines that are only ever added, by one process at a time, each further along than the one before.</summary>
internal sealed class CheckpointFile(string path, TimeProvider time)
{
    private const string Ending = ".jsonl";
    private const int LastPart = 4096;
    private const int Tries = 200;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(10);

    public static CheckpointFile Of(LogFolders folders, EmployerId employer, TimeProvider time) => new(Path.Combine(folders.Checkpoints, $"{employer.Value:D}{Ending}"), time);

    public static IEnumerable<EmployerId> Employers(LogFolders folders) =>
        Directory.Exists(folders.Checkpoints)
            ? Directory.EnumerateFiles(folders.Checkpoints, $"*{Ending}").Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => Guid.TryParseExact(name, "D", out _)).Select(name => new EmployerId(Guid.Parse(name)))
            : [];

    /// <summary>How long it is now: what is added later is not read.</summary>
    public long Length() => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>Each whole line, null where it is no checkpoint. A last line without an end was cut off by a crash and never counted.</summary>
    public IEnumerable<Checkpoint?> Read(long length)
    {
        if (length == 0)
        {
            yield break;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        long read = 0;
        while (reader.ReadLine() is { } line)
        {
            read += Encoding.UTF8.GetByteCount(line) + 1;
            if (read > length)
            {
                yield break;
            }

            yield return Checkpoint.Parse(line);
        }
    }

    public async Task<Checkpoint?> LastAsync(CancellationToken cancellationToken)
    {
        await using var turn = await TurnAsync(cancellationToken);
        await using var file = Open();
        return Last(file);
    }

    /// <summary>Adds it and waits until the disk has it; false where the file is as far already.</summary>
    public async Task<bool> AddAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        await using var turn = await TurnAsync(cancellationToken);
        await using var file = Open();
        if (Last(file) is { } last && last.Seq >= checkpoint.Seq)
        {
            return false;
        }

        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(checkpoint.Line() + "\n"));
        file.Flush(flushToDisk: true);
        return true;
    }

    private FileStream Open() => new(path, OwnerFile.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));

    // Commands write beside the server. The lock is a file of its own: who reads for long holds nobody up.
    private async Task<FileStream> TurnAsync(CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return OwnerFile.Lock($"{path}.lock");
            }
            catch (IOException) when (left > 0)
            {
                await Task.Delay(BetweenTries, time, cancellationToken);
            }
        }
    }

    // What a crash has cut off is taken away, so that the next line stands by itself.
    private static Checkpoint? Last(FileStream file)
    {
        var part = new byte[(int)Math.Min(LastPart, file.Length)];
        file.Seek(-part.Length, SeekOrigin.End);
        file.ReadExactly(part);
        var end = part.AsSpan().LastIndexOf((byte)'\n');
        if (end + 1 < part.Length)
        {
            file.SetLength(file.Length - (part.Length - end - 1));
        }

        if (end < 0)
        {
            return null;
        }

        var begin = part.AsSpan(0, end).LastIndexOf((byte)'\n') + 1;
        return Checkpoint.Parse(Encoding.UTF8.GetString(part.AsSpan(begin, end - begin)));
    }
}
