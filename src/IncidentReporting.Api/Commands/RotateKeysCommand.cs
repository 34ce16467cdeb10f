using System.Globalization;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;

namespace IncidentReporting.Api.Commands;

/// <summary><c>rotate-keys</c>: a new master key and new employers' keys, while the service runs; with <c>--master</c> or <c>--employers</c> only those.</summary>
internal sealed class RotateKeysCommand : IProgramCommand
{
    private const string Master = "master";
    private const string Employers = "employers";

    public string Name => "rotate-keys";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal) { [Master] = false, [Employers] = false };

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        await services.GetRequiredService<SealingCheck>().RunAsync(cancellationToken);
        var rotation = services.GetRequiredService<KeyRotation>();
        using var claim = rotation.Claim();
        var (master, employers) = (options.Has(Master), options.Has(Employers));
        if (master || !employers)
        {
            var wrapped = await rotation.RotateMasterAsync(cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The master key is new; {wrapped} employer keys were wrapped by it. The former one stays in keys/ for backups from before: take it away when those are gone."));
        }

        if (employers || !master)
        {
            var (moved, left) = await rotation.RotateEmployersAsync(progress: null, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The employers' keys are new; {moved} cases and other texts were wrapped by them."));
            if (left.Count > 0)
            {
                throw new CommandException(string.Create(
                    CultureInfo.InvariantCulture, $"{left.Count} do not open and keep their former key; restore what they lost and run it again: {string.Join(", ", left.Order())}."));
            }
        }
    }
}
