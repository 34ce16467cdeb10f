using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Obligations;

/// <summary>Looks every second for duties to speak of. Several instances may look at once; what one dies over, the next takes.</summary>
internal sealed partial class ReminderScheduler(IServiceScopeFactory scopes, TimeProvider time, ILogger<ReminderScheduler> logger) : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ResponsibilityInterval = TimeSpan.FromSeconds(30);
    private readonly Dictionary<EmployerId, string> _stamps = [];
    private long? _responsibilitiesAt;

    /// <summary>Looks once; true when there may be more to do at once.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken stopping)
    {
        IReadOnlyList<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<IReminders>().DueAsync(BatchSize, stopping);
        }

        var taken = 0;
        foreach (var obligation in due)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                taken += await scope.ServiceProvider.GetRequiredService<IReminders>().TakeAsync(obligation, stopping) ? 1 : 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One duty that cannot be spoken of must not silence the others.
                StepFailed(obligation, fault);
            }
        }

        return due.Count == BatchSize && taken > 0;
    }

    /// <summary>Gives duties to others where people, roles or absences have changed since the last look.</summary>
    internal async Task FollowRolesAsync(CancellationToken stopping)
    {
        List<EmployerId> employers;
        await using (var scope = scopes.CreateAsyncScope())
        {
            employers = await scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>().Set<Employer>().AsNoTracking()
                .Select(employer => employer.Id).ToListAsync(stopping);
        }

        foreach (var employer in employers)
        {
            await using var scope = scopes.CreateAsyncScope();
            var responsibilities = scope.ServiceProvider.GetRequiredService<Responsibilities>();
            var stamp = await responsibilities.StampAsync(employer, stopping);
            if (_stamps.GetValueOrDefault(employer) != stamp)
            {
                await responsibilities.ResolveAnewAsync(employer, stopping);
                _stamps[employer] = stamp;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(
            RepeatAsync(RunOnceAsync, stoppingToken),
            RepeatAsync(
                async stopping =>
                {
                    // By the machine's own count: a clock that is moved back stops nothing.
                    if (_responsibilitiesAt is not { } last || time.GetElapsedTime(last) >= ResponsibilityInterval)
                    {
                        await FollowRolesAsync(stopping);
                        _responsibilitiesAt = time.GetTimestamp();
                    }

                    return false;
                },
                stoppingToken));
    }

    private async Task RepeatAsync(Func<CancellationToken, Task<bool>> look, CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            var hasMore = false;
            try
            {
                hasMore = await look(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                RoundFailed(fault);
            }

            if (!hasMore)
            {
                await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(EventId = 3801, Level = LogLevel.Error, Message = "Reminders: a look failed; the next one follows")]
    private partial void RoundFailed(Exception fault);

    [LoggerMessage(EventId = 3802, Level = LogLevel.Error, Message = "Reminders: duty {Obligation} could not be spoken of; it is tried again")]
    private partial void StepFailed(Guid obligation, Exception fault);
}

public static class ReminderRegistration
{
    /// <summary>Reminds from this process; for the server, not for commands.</summary>
    public static IServiceCollection AddReminderScheduler(this IServiceCollection services)
    {
        services.AddSingleton<ReminderScheduler>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ReminderScheduler>());
        return services;
    }
}
