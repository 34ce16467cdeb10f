using IncidentReporting.Api.Commands;
using IncidentReporting.Api.Hosting;

try
{
    if (args is [var command, .. var arguments] && !command.StartsWith('-'))
    {
        await ProgramCommands.RunAsync(command, arguments);
    }
    else
    {
        await ServiceHost.ServeAsync(args);
    }

    return 0;
}
catch (Exception fault) when (OneLine.Of(fault) is { } line)
{
    Console.Error.WriteLine(line);
    return 1;
}
