using System.Globalization;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;

namespace IncidentReporting.Api.Commands;

/// <summary><c>verify-seals</c>: opens every text once and names each that was changed, moved or lost its key; shows none.</summary>
internal sealed class VerifySealsCommand : IProgramCommand
{
    public string Name => "verify-seals";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public bool SealsLog => false;

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        await services.GetRequiredService<SealingCheck>().RunAsync(cancellationToken);
        var outcome = await services.GetRequiredService<SealVerifier>().VerifyAsync(cancellationToken);
        Tell(outcome);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"All {outcome.Opened} texts open."));
    }

    internal static void Tell(SealOutcome outcome)
    {
        foreach (var line in outcome.Broken)
        {
            Console.Error.WriteLine(line);
        }

        if (outcome.Broken.Count > 0)
        {
            throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"{outcome.Broken.Count} texts do not open, {outcome.Opened} do."));
        }
    }
}
