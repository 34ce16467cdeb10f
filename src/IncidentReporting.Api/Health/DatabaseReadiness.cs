using IncidentReporting.Application.Health;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Health;

internal sealed class DatabaseReadiness(IDatabase database) : IReadiness
{
    public string Name => "database";

    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => database.IsReadyAsync(cancellationToken);
}
