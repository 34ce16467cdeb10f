using IncidentReporting.Api.Hosting;
using IncidentReporting.Application.Health;

namespace IncidentReporting.Api.Health;

/// <summary>Whether the data directory still takes anything in: a full disk is told before someone's report meets it.</summary>
internal sealed class StorageReadiness(ServiceSettings settings) : IReadiness
{
    private static readonly byte[] Probe = new byte[64 * 1024];

    public string Name => "storage";

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(settings.DataDirectory, $".room-{Guid.NewGuid():N}");
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
