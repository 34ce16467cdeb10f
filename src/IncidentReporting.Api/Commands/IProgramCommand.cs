namespace IncidentReporting.Api.Commands;

/// <summary>Something the program does instead of serving; found by scanning this assembly.</summary>
internal interface IProgramCommand
{
    string Name { get; }

    /// <summary>The options it takes, each with whether it needs a value.</summary>
    IReadOnlyDictionary<string, bool> Options { get; }

    /// <summary>What it has logged is linked and signed at its end, as no server may be running.</summary>
    bool SealsLog => true;

    Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken);
}

/// <summary>A command that cannot do what was asked, with the one line that says why.</summary>
internal sealed class CommandException(string message) : Exception(message);
