using System.Globalization;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Commands;

/// <summary><c>verify-log</c>: recomputes the chains of the log and names the first entry that is not what it was.</summary>
internal sealed class VerifyLogCommand : IProgramCommand
{
    public string Name => "verify-log";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    // What waits to be linked is a finding here, not something to tidy.
    public bool SealsLog => false;

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        await VerifyAsync(services, cancellationToken);
    }

    internal static async Task VerifyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var verifier = services.GetRequiredService<ILogVerifier>();
        var (employers, entries, checkpoints) = (0, 0L, 0L);
        foreach (var employer in await verifier.EmployersAsync(cancellationToken))
        {
            var outcome = await verifier.VerifyAsync(employer, cancellationToken);
            if (outcome.Fault is { } fault)
            {
                throw new CommandException(Told(outcome, fault));
            }

            (employers, entries, checkpoints) = (employers + 1, entries + outcome.Entries, checkpoints + outcome.Checkpoints);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"The log is whole: {entries} entries of {employers} employers, {checkpoints} signed checkpoints agree."));
    }

    internal static string Told(LogOutcome outcome, LogFault fault) => string.Create(
        CultureInfo.InvariantCulture,
        $"The log is not whole: employer {outcome.Employer.Value:D}, place {Shown(fault.Seq)}, entry {Shown(fault.Entry)}: {SnakeCase.Of(fault.Kind)}: {fault.What}. Whole up to place {outcome.Entries}.");

    private static string Shown<T>(T? value)
        where T : struct, IFormattable =>
        value?.ToString(null, CultureInfo.InvariantCulture) ?? "none";
}
