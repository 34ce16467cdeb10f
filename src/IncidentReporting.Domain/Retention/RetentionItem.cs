using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Domain.Retention;

/// <summary>What became of one thing of a run; stored and sent as lower snake case.</summary>
public enum RetentionItemState
{
    Pending,
    Erased,

    /// <summary>Something was added or changed since the run was proposed, so that nobody has judged it as it is.</summary>
    KeptChanged,

    /// <summary>Somebody keeps it from being erased.</summary>
    KeptHeld,
}

/// <summary>One thing that a run is to erase, as it was when the run was proposed.</summary>
public sealed class RetentionItem
{
    private RetentionItem()
    {
    }

    public Guid Id { get; private init; }

    public Guid RunId { get; private init; }

    public string Rule { get; private init; } = string.Empty;

    /// <summary>The case, request, stop of work or note.</summary>
    public Guid SubjectId { get; private init; }

    public IncidentId? IncidentId { get; private init; }

    /// <summary>The version that was judged.</summary>
    public long SubjectVersion { get; private init; }

    public RetentionItemState State { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    internal static RetentionItem Of(RetentionRun run, string rule, Guid subject, IncidentId? incident, long version) => new()
    {
        Id = OrderedId.New(run.ProposedAt),
        RunId = run.Id,
        Rule = rule,
        SubjectId = subject,
        IncidentId = incident,
        SubjectVersion = version,
    };
}
