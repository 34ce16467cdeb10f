using IncidentReporting.Application.Common;
using IncidentReporting.Application.Retention;
using IncidentReporting.Infrastructure.Upkeep;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Retention;

/// <summary>Lets go of what is short-lived, employer by employer.</summary>
internal sealed class ShortLivedUpkeep(IServiceScopeFactory scopes) : IUpkeep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var list = scopes.CreateAsyncScope();
        foreach (var employer in await list.ServiceProvider.GetRequiredService<IShortLived>().EmployersAsync(cancellationToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IShortLived>().RunAsync(employer, cancellationToken);
            }
            catch (Exception fault) when (fault is UniqueViolationException or ChangedMeanwhileException)
            {
                // Another instance has just done it.
            }
        }
    }
}
