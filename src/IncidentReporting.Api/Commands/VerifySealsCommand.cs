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
        Tell(outcome.Broken, outcome.Opened);
        if (outcome.Erased.Count > 0)
        {
            throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"{outcome.Opened} texts open; the keys of {outcome.Erased.Count} cases or other things are gone although their texts stand there, the first of {outcome.Erased.First().Id}."));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"All {outcome.Opened} texts open."));
    }

    internal static void Tell(IReadOnlyCollection<string> broken, long opened)
    {
        foreach (var line in broken)
        {
            Console.Error.WriteLine(line);
        }

        if (broken.Count > 0)
        {
            throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"{broken.Count} texts do not open, {opened} do."));
        }
    }
}
