using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Commands;

/// <summary><c>migrate</c>: brings the database to this version of the program.</summary>
internal sealed class MigrateCommand : IProgramCommand
{
    public string Name => "migrate";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IDatabase>().MigrateAsync(cancellationToken);
        Console.WriteLine("The database is at this version.");
    }
}
