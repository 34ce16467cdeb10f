using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using IncidentReporting.Application.Incidents.Attach;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Asks the daemon of ClamAV over its INSTREAM command: nothing but the file's content is sent, and nothing is written.</summary>
internal sealed class ClamAvScanner(ClamAvAddress address) : IVirusScanner
{
    private const int ChunkLength = 32 * 1024;
    private const int LongestAnswer = 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public bool IsSetUp => address.IsSetUp;

    public async Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(Longest);
        try
        {
            using var socket = address.NewSocket();
            await socket.ConnectAsync(address.EndPoint!, within.Token);
            await using var daemon = new NetworkStream(socket);
            var wasTaken = await SendAsync(content, daemon, within.Token);
            var answer = await AnswerAsync(daemon, within.Token);
            return Read(answer) is { Outcome: not ScanOutcome.NoAnswer } read ? read : new ScanAnswer(wasTaken ? ScanOutcome.NoAnswer : ScanOutcome.TooLarge);
        }
        catch (Exception fault) when (fault is SocketException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ScanAnswer(ScanOutcome.NoAnswer);
        }
    }

    /// <summary>False where the daemon stopped listening: it does so past its own largest size, and says so.</summary>
    private static async Task<bool> SendAsync(Stream content, NetworkStream daemon, CancellationToken cancellationToken)
    {
        var chunk = new byte[sizeof(int) + ChunkLength];
        await daemon.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        int read;
        while ((read = await content.ReadAsync(chunk.AsMemory(sizeof(int)), cancellationToken)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            if (!await TryWriteAsync(daemon, chunk.AsMemory(0, sizeof(int) + read), cancellationToken))
            {
                return false;
            }
        }

        return await TryWriteAsync(daemon, new byte[sizeof(int)], cancellationToken);
    }

    // Only the daemon's side is caught here: a file that does not open is another fault.
    private static async Task<bool> TryWriteAsync(NetworkStream daemon, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await daemon.WriteAsync(bytes, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream daemon, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestAnswer];
        var length = 0;
        int read;
        try
        {
            while (length < bytes.Length && (read = await daemon.ReadAsync(bytes.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
            }
        }
        catch (IOException)
        {
            // What came before the connection broke still counts.
        }

        return Encoding.UTF8.GetString(bytes, 0, length).TrimEnd('\0', '\n');
    }

    private static ScanAnswer Read(string answer)
    {
        const string Start = "stream: ";
        const string Found = " FOUND";
        return answer == "stream: OK" ? new ScanAnswer(ScanOutcome.Clean)
            : answer.StartsWith(Start, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) ? new ScanAnswer(ScanOutcome.Infected, answer[Start.Length..^Found.Length])
            : answer.Contains("size limit exceeded", StringComparison.OrdinalIgnoreCase) ? new ScanAnswer(ScanOutcome.TooLarge)
            : new ScanAnswer(ScanOutcome.NoAnswer);
    }
}
