using System.Globalization;
using IncidentReporting.Application.Log;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>The checkpoints of an employer, read in step with its entries.</summary>
internal sealed class SignedMarks(IEnumerator<Checkpoint?> lines, Guid employer, LogKey key)
{
    private Checkpoint? _next;
    private long _passed;
    private int _line;

    /// <summary>How many agree with the entries so far.</summary>
    public int Agreed { get; private set; }

    /// <summary>One that lies further along than the entries, where there is one.</summary>
    public long? Furthest => _next?.Seq;

    /// <summary>Reads the next line; answers what is wrong with it.</summary>
    public LogFault? Next()
    {
        if (!lines.MoveNext())
        {
            _next = null;
            return null;
        }

        _line++;
        _next = lines.Current;
        return _next is null ? Broken("is no checkpoint")
            : _next.Employer != employer ? Broken("is another employer's")
            : _next.Seq <= _passed ? Broken("lies before the line above it")
            : !_next.IsSignedBy(key) ? Broken("has no valid signature of this installation's key")
            : null;
    }

    /// <summary>Compares the entry with what was signed at its place; answers what is wrong.</summary>
    public LogFault? Compare(long seq, LogRow entry)
    {
        if (_next?.Seq != seq)
        {
            return null;
        }

        if (_next.Hash != Convert.ToHexStringLower(entry.Hash!))
        {
            return new LogFault(
                LogFaultKind.Changed, _passed + 1, null,
                string.Create(CultureInfo.InvariantCulture, $"the chain was made anew somewhere from here to {seq}, where a checkpoint has signed another hash"));
        }

        _passed = seq;
        Agreed++;
        return Next();
    }

    private LogFault Broken(string how) =>
        new(LogFaultKind.Checkpoint, _next?.Seq, null, string.Create(CultureInfo.InvariantCulture, $"line {_line} of its checkpoints {how}"));
}
