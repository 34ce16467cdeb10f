namespace IncidentReporting.Infrastructure.Upkeep;

/// <summary>Something that is tidied by itself, at the start and every hour; right also when several instances do it at once.</summary>
internal interface IUpkeep
{
    Task RunAsync(CancellationToken cancellationToken);
}
