using System.Globalization;
using IncidentReporting.Application.Log;
using IncidentReporting.Infrastructure.Backup;
using IncidentReporting.Infrastructure.Sealing;

namespace IncidentReporting.Api.Commands;

/// <summary><c>restore FILE</c>: brings a backup back where there is no database, and verifies texts and log.</summary>
internal sealed class RestoreCommand : IProgramCommand
{
    public string Name => "restore";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IBackups>().RestoreAsync(BackupCommand.FileOf(options, Name), cancellationToken);
        var outcome = await services.GetRequiredService<SealVerifier>().VerifyAsync(cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored. {outcome.Opened} texts open."));
        VerifySealsCommand.Tell(outcome);
        await services.GetRequiredService<ILogSealing>().SealAsync(cancellationToken);
        await VerifyLogCommand.VerifyAsync(services, cancellationToken);
    }
}
