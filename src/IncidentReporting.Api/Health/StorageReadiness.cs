using IncidentReporting.Api.Hosting;
using IncidentReporting.Application.Health;

namespace IncidentReporting.Api.Health;

/// <summary>Whether the data directory still takes anything in: a full disk is told before someone's report meets it.</summary>
internal sealed class StorageReadiness(ServiceSettings settings, TimeProvider time) : IReadiness, IDisposable
{
    private static readonly byte[] Probe = new byte[64 * 1024];

    /// <summary>Whoever asks more often than this gets the same answer: asking must not wear the disk.</summary>
    private static readonly TimeSpan AskedAtMost = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private (long At, bool IsReady)? _last;

    public string Name => "storage";

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || time.GetElapsedTime(last.At) >= AskedAtMost)
            {
                _last = last = (time.GetTimestamp(), await TakesAnythingInAsync(cancellationToken));
            }

            return last.IsReady;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<bool> TakesAnythingInAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(settings.DataDirectory, ".room");
        try
        {
            try
            {
                await File.WriteAllBytesAsync(path, Probe, cancellationToken);
                return true;
            }
            finally
            {
                File.Delete(path);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
