using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Access;

/// <summary>How far the table itself decides; the rest is decided by what the thing is and whose it is.</summary>
public enum Audience
{
    /// <summary>Also without signing in.</summary>
    Anyone,

    /// <summary>Everyone with an account; what they reach is filtered by the use case.</summary>
    SignedIn,

    /// <summary>Only who holds one of the roles; everyone else is told so.</summary>
    Roles,
}

/// <summary>Something that can be asked of the service, by its stable name, and who may ever ask it.</summary>
public sealed record Operation(string Name, Audience Audience, IReadOnlySet<Role> Roles)
{
    /// <summary>Nobody is asked who she is here, also where her browser would tell: no session is read, and no log names her.</summary>
    public bool IsNameless { get; init; }

    public bool IsFor(IEnumerable<HeldRole> held) => Audience != Audience.Roles || held.Any(role => Roles.Contains(role.Role));

    /// <summary>Refuses who may never do this. Where it is decided by the case, the use case's own filter says so.</summary>
    public void Require(ICurrentUser user)
    {
        if (!IsFor(user.Roles))
        {
            throw new NotAllowedException();
        }
    }

    public override string ToString() => Name;
}
