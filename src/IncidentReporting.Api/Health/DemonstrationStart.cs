using IncidentReporting.Api.Hosting;
using IncidentReporting.Application.Demonstration;
using IncidentReporting.Application.Health;

namespace IncidentReporting.Api.Health;

/// <summary>Fills an empty database while the service already answers; it is ready when that is done.</summary>
internal sealed partial class DemonstrationStart(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<DemonstrationStart> logger)
    : BackgroundService, IReadiness
{
    private volatile bool _isIn;

    public string Name => "demonstration";

    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => Task.FromResult(_isIn);

    /// <summary>Outside Development an account with a public password stops the start.</summary>
    public static async Task RefuseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<IDemonstration>() is { } demonstration && await demonstration.IsInAsync(cancellationToken))
        {
            throw new SettingException("ConnectionStrings__Default", "names a database with demonstration accounts, whose passwords are public: not outside Development.");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<IDemonstration>() is { } demonstration)
            {
                await demonstration.FillAsync(stoppingToken);
            }

            _isIn = true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Failed(logger, fault);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(EventId = 1005, Level = LogLevel.Critical, Message = "The demonstration could not be made; the service stops.")]
    private static partial void Failed(ILogger logger, Exception fault);
}
