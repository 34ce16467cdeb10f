using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>A proposal to close the case. It waits for every exposed person; one objection keeps the case open.</summary>
public sealed class ClosureProposal
{
    public const int ReceiverLength = 200;

    private ClosureProposal()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>completed, out_of_scope or transferred.</summary>
    public string Reason { get; private init; } = string.Empty;

    public CaseText? Summary { get; private init; }

    public CaseText? Receiver { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    public UserId ProposedBy { get; private init; }

    /// <summary>When the case ended by this proposal, or a later one took its place.</summary>
    public DateTimeOffset? SettledAt { get; internal set; }

    internal static ClosureProposal Propose(string reason, CaseText? summary, CaseText? receiver, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        Reason = reason,
        Summary = summary,
        Receiver = receiver,
        ProposedAt = by.Now,
        ProposedBy = by.Id,
    };
}

/// <summary>What an exposed person, or the representative or next manager in her place, answered to a proposal.</summary>
public sealed class ClosureAnswer
{
    private ClosureAnswer()
    {
    }

    public Guid Id { get; private init; }

    public Guid ProposalId { get; private init; }

    /// <summary>The exposed person who answered; null where the representative or next manager did.</summary>
    public Guid? ExposedId { get; private init; }

    public UserId By { get; private init; }

    public CaseRole ByRole { get; private init; }

    public bool Agrees { get; private init; }

    public CaseText? Comment { get; private init; }

    public DateTimeOffset At { get; private init; }

    internal static ClosureAnswer Give(Guid proposalId, Guid? exposedId, bool agrees, CaseText? comment, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        ProposalId = proposalId,
        ExposedId = exposedId,
        By = by.Id,
        ByRole = by.Role,
        Agrees = agrees,
        Comment = comment,
        At = by.Now,
    };
}
