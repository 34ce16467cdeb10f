using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Log;

/// <summary>Recomputes the chains of the log and compares them with the checkpoints that were signed outside the database.</summary>
public interface ILogVerifier
{
    /// <summary>Every employer that has a log, a head or checkpoints.</summary>
    Task<IReadOnlyList<EmployerId>> EmployersAsync(CancellationToken cancellationToken);

    Task<LogOutcome> VerifyAsync(EmployerId employer, CancellationToken cancellationToken);
}

/// <param name="Entries">How many entries were found whole, from the first on.</param>
/// <param name="Until">The time of the last of them.</param>
/// <param name="Checkpoints">How many signed checkpoints they agree with.</param>
public sealed record LogOutcome(EmployerId Employer, long Entries, DateTimeOffset? Until, int Checkpoints, LogFault? Fault);

/// <summary>The first thing that is wrong.</summary>
/// <param name="Seq">Its place in the chain, where it has one.</param>
/// <param name="Entry">Null where the entry itself is gone.</param>
/// <param name="What">One line, for whoever looks into it.</param>
public sealed record LogFault(LogFaultKind Kind, long? Seq, Guid? Entry, string What);

/// <summary>What the checkpoints of the log are signed with.</summary>
public interface ILogKey
{
    /// <summary>In PEM.</summary>
    string PublicKey();
}
