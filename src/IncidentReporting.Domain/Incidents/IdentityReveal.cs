using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>That somebody was told who a protected person is, and why she needed to know. The person herself reads it.</summary>
public sealed class IdentityReveal
{
    private IdentityReveal()
    {
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public UserId By { get; private init; }

    public CaseRole ByRole { get; private init; }

    public CaseText Reason { get; private init; } = null!;

    internal static IdentityReveal Of(CaseText reason, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        At = by.Now,
        By = by.Id,
        ByRole = by.Role,
        Reason = reason,
    };
}
