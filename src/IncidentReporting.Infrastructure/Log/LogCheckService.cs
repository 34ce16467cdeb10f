using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>Checks each employer's log once a day and keeps what was found.</summary>
internal sealed partial class LogCheckService(IServiceScopeFactory scopes, TimeProvider time, ILogger<LogCheckService> logger) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Age = TimeSpan.FromHours(23);

    /// <summary>Checks those whose last check is too old.</summary>
    internal async Task RunOnceAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var verifier = scope.ServiceProvider.GetRequiredService<ILogVerifier>();
        foreach (var employer in await verifier.EmployersAsync(stopping))
        {
            if (await IsDueAsync(employer, stopping))
            {
                await CheckAsync(await verifier.VerifyAsync(employer, stopping), stopping);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(fault.GetType().Name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsDueAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.Now();
        var last = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<LogCheck>().AsNoTracking().Where(check => check.EmployerId == employer)
            .Select(check => (DateTimeOffset?)check.At).SingleOrDefaultAsync(cancellationToken);
        return last is null || last > now || now - last >= Age;
    }

    private async Task CheckAsync(LogOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Fault is { } fault)
        {
            Bent(outcome.Employer.Value, fault.Kind, fault.Seq, fault.Entry, fault.What);
        }

        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<LogChecks>().KeepAsync(outcome, cancellationToken);
        }
        catch (Exception kept) when (kept is UniqueViolationException or ChangedMeanwhileException)
        {
            // Another instance has just kept its own.
        }
    }

    [LoggerMessage(EventId = 3203, Level = LogLevel.Critical, Message = "The log of employer {Employer} is not whole: {Kind} at place {Seq}, entry {Entry}: {What}. Run verify-log.")]
    private partial void Bent(Guid employer, LogFaultKind kind, long? seq, Guid? entry, string what);

    [LoggerMessage(EventId = 3204, Level = LogLevel.Warning, Message = "Checking the log failed ({Fault}); it is tried again.")]
    private partial void Failed(string fault);
}
