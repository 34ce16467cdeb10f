using IncidentReporting.Application.Idempotency.PurgeAnswers;
using MediatR;

namespace IncidentReporting.Api.Health;

/// <summary>Removes answers kept for idempotency keys when their seven days are over.</summary>
internal sealed partial class KeptAnswersPurge(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeptAnswersPurge> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PurgeAnswersCommand(), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "Kept answers could not be purged now ({Fault}); tried again in an hour.")]
    private static partial void Failed(ILogger logger, string fault);
}
