using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace IncidentReporting.Infrastructure.Mail;

internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 400;

    public bool IsTransient => Code is >= 400 and < 500;
}

/// <summary>Commands out and replies in, each under a time limit; every failure names the phase it happened in.</summary>
internal sealed class SmtpLine(Stream stream, TimeSpan timeout) : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;
    private byte[] _buffer = new byte[4096];
    private int _from;
    private int _to;

    public Stream Stream => stream;

    public async Task<SmtpReply> AskAsync(string phase, string command, CancellationToken cancellationToken)
    {
        if (command.Any(char.IsControl))
        {
            throw new MailFaultException(phase, null, MailFaultKind.Recipient);
        }

        await WriteAsync(phase, Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        return await ReadReplyAsync(phase, timeout, MailFaultKind.Retry, cancellationToken);
    }

    public Task WriteAsync(string phase, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        WithinAsync(phase, timeout, MailFaultKind.Retry, async token =>
        {
            await stream.WriteAsync(bytes, token);
            await stream.FlushAsync(token);
            return true;
        }, cancellationToken);

    public Task<SmtpReply> ReadReplyAsync(string phase, TimeSpan limit, MailFaultKind whenLost, CancellationToken cancellationToken) =>
        WithinAsync(phase, limit, whenLost, ReadReplyAsync, cancellationToken);

    /// <summary>What the other side sent ahead of TLS is not to be trusted after it.</summary>
    public void Discard() => _from = _to = 0;

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static async Task<T> WithinAsync<T>(
        string phase, TimeSpan limit, MailFaultKind whenLost, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(limit);
        try
        {
            return await step(within.Token);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            throw new MailFaultException(phase, null, whenLost, fault);
        }
    }

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var size = 0;
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            size += line.Length;
            if (line.Length < 3
                || size > LongestReply
                || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || (line.Length > 3 && line[3] is not (' ' or '-')))
            {
                throw new IOException("Not a reply of a mail server.");
            }

            lines.Add(line.Length > 4 ? line[4..] : string.Empty);
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', _from, _to - _from);
            if (end >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _from, end - _from).TrimEnd('\r');
                _from = end + 1;
                return line;
            }

            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_to), cancellationToken);
            if (read == 0)
            {
                throw new IOException("The mail server closed the line.");
            }

            _to += read;
        }
    }

    private void MakeRoom()
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        if (_to == _buffer.Length)
        {
            if (_buffer.Length >= LongestReply)
            {
                throw new IOException("Not a reply of a mail server.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
