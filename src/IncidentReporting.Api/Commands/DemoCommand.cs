using System.Globalization;
using IncidentReporting.Api.Hosting;
using IncidentReporting.Application.Demonstration;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Commands;

/// <summary><c>demo --incidents N --seed S [--facts-only]</c>: the demonstration and N more incidents.</summary>
internal sealed class DemoCommand : IProgramCommand
{
    private const int Most = 10_000_000;

    public string Name => "demo";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal) { ["incidents"] = true, ["seed"] = true, ["facts-only"] = false };

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        var incidents = options.Number("incidents", otherwise: 0, least: 0, Most);
        var seed = options.Number("seed", otherwise: 1, int.MinValue, int.MaxValue);
        if (!services.GetRequiredService<ServiceSettings>().DemoEnabled)
        {
            throw new CommandException("The demonstration is only for the Development environment, with Demo__Enabled not false.");
        }

        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        var demonstration = services.GetRequiredService<IDemonstration>();
        await demonstration.AddAsync(incidents, seed, options.Has("facts-only"), new ProgressBar(incidents), cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The demonstration is in, with {incidents} more incidents."));
    }

    private sealed class ProgressBar(int total) : IProgress<int>
    {
        private const int Width = 40;
        private int _shown = -1;

        public void Report(int value)
        {
            var filled = total == 0 ? Width : (int)((long)value * Width / total);
            if (filled == _shown || Console.IsErrorRedirected)
            {
                return;
            }

            _shown = filled;
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {value}/{total}"));
            if (value >= total)
            {
                Console.Error.WriteLine();
                Console.Error.WriteLine("Freezing the statistics' months that are due.");
            }
        }
    }
}
