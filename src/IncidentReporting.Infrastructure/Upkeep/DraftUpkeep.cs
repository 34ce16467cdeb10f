using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.ExpireDrafts;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Upkeep;

/// <summary>Takes each draft that has something due by itself, so that one that somebody else has just taken keeps no other waiting.</summary>
internal sealed class DraftUpkeep(IServiceScopeFactory scopes) : IUpkeep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var draft in await OnExpiryAsync(expiry => expiry.DueAsync(cancellationToken)))
        {
            try
            {
                await OnExpiryAsync(expiry => expiry.TakeAsync(draft, cancellationToken));
            }
            catch (Exception fault) when (fault is UniqueViolationException or ChangedMeanwhileException)
            {
                // Another instance has ordered the mail, or the draft has just been changed; the next look sees it.
            }
        }
    }

    private async Task<T> OnExpiryAsync<T>(Func<IDraftExpiry, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IDraftExpiry>());
    }
}
