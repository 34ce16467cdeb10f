using System.Globalization;
using IncidentReporting.Application.Log;
using IncidentReporting.Infrastructure.Backup;

namespace IncidentReporting.Api.Commands;

/// <summary><c>restore FILE</c>: brings a backup back where there is no database, and verifies texts and log.</summary>
internal sealed class RestoreCommand : IProgramCommand
{
    public string Name => "restore";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        var restored = await services.GetRequiredService<IBackups>().RestoreAsync(BackupCommand.FileOf(options, Name), cancellationToken);
        var again = restored.ErasedAgain == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" {restored.ErasedAgain} that were erased since are erased again.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored. {restored.Texts} texts open.{again}"));
        VerifySealsCommand.Tell(restored.Broken, restored.Texts);
        await services.GetRequiredService<ILogSealing>().SealAsync(cancellationToken);
        await VerifyLogCommand.VerifyAsync(services, cancellationToken);
    }
}
