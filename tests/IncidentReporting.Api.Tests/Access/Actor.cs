using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>Where a role is held, seen from the unit of the case.</summary>
internal enum Place
{
    Own,

    /// <summary>In the department that the case's unit belongs to.</summary>
    Above,

    /// <summary>In another unit of the same employer.</summary>
    Sibling,

    /// <summary>With another employer.</summary>
    Elsewhere,
}

/// <summary>What someone is to the case beside a role.</summary>
internal enum Part
{
    None,
    Exposed,
    Reporter,

    /// <summary>The coordinator whom the case was handed to.</summary>
    NamedCoordinator,
}

/// <summary>Who makes a call.</summary>
/// <param name="Role">Null is nobody: not signed in.</param>
internal sealed record Actor(string Name, Role? Role, Place Place, Part Part = Part.None, bool ReadOnly = false)
{
    public static readonly Actor Nobody = new("nobody", Role: null, Place.Elsewhere);

    public UserId Id { get; init; }

    public HttpClient Client { get; set; } = null!;

    public bool IsNobody => Role is null;

    /// <summary>The role is held in the case's unit or above it.</summary>
    public bool Reaches => !IsNobody && Place is Place.Own or Place.Above;

    public bool Holds(params Role[] roles) => Role is { } role && roles.Contains(role);

    public override string ToString() => Name;
}
