using IncidentReporting.Api.Hosting;
using IncidentReporting.Application.Log;

namespace IncidentReporting.Api.Commands;

/// <summary>Finds and runs the command that the program was started with.</summary>
internal static class ProgramCommands
{
    public static IReadOnlyList<IProgramCommand> All { get; } =
    [
        .. typeof(ProgramCommands).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IProgramCommand)))
            .Select(type => (IProgramCommand)Activator.CreateInstance(type)!)
            .OrderBy(command => command.Name, StringComparer.Ordinal),
    ];

    public static async Task RunAsync(string name, IReadOnlyList<string> arguments)
    {
        var command = All.FirstOrDefault(command => command.Name == name)
            ?? throw new CommandException($"Unknown command {name}. There are: {string.Join(", ", All.Select(command => command.Name))}.");
        var options = CommandOptions.Parse(arguments, command.Options);
        await using var app = ServiceHost.BuildForCommand();
        await using var scope = app.Services.CreateAsyncScope();
        await command.RunAsync(scope.ServiceProvider, options, CancellationToken.None);
        if (command.SealsLog)
        {
            await app.Services.GetRequiredService<ILogSealing>().SealAsync(CancellationToken.None);
        }
    }
}
