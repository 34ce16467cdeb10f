using System.Globalization;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Commands;

/// <summary><c>freeze-statistics</c>: freezes the months that are due; the server does it by itself too.</summary>
internal sealed class FreezeStatisticsCommand : IProgramCommand
{
    public string Name => "freeze-statistics";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        try
        {
            var frozen = await services.GetRequiredService<IStatisticsUpkeep>().FreezeDueAsync(new Progress(), cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{frozen} months are frozen."));
        }
        catch (StatisticsBlockedException blocked)
        {
            throw new CommandException(blocked.Message);
        }
    }

    /// <summary>One line a month, for whoever watches.</summary>
    internal sealed class Progress : IProgress<string>
    {
        public void Report(string value)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.WriteLine(value);
            }
        }
    }
}
