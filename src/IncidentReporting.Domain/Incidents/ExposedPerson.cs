using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>One person, team or workplace that was hit. What is shared with whom is hers to decide.</summary>
public sealed class ExposedPerson
{
    private ExposedPerson()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The person's account; null for a team, a workplace, an authority as such or someone without an account.</summary>
    public UserId? UserId { get; private init; }

    /// <summary>direct, indirect_witness, colleague, relative, team, workplace or authority_as_such.</summary>
    public string Role { get; private set; } = "direct";

    public string? OccupationalGroup { get; private set; }

    public bool SharesConsequencesWithRepresentative { get; private set; }

    public bool SharesRatingsWithManager { get; private set; }

    public bool SharesRatingsWithRepresentative { get; private set; }

    public static ExposedPerson Create(UserId? user, string role, string? occupationalGroup, DateTimeOffset now) => new()
    {
        Id = OrderedId.New(now),
        UserId = user,
        Role = role,
        OccupationalGroup = occupationalGroup,
    };

    internal void Describe(string role, string? occupationalGroup)
    {
        Role = role;
        OccupationalGroup = occupationalGroup;
    }

    internal void Share(Sharing sharing)
    {
        SharesConsequencesWithRepresentative = sharing.ConsequencesWithRep ?? SharesConsequencesWithRepresentative;
        SharesRatingsWithManager = sharing.RatingsWithManager ?? SharesRatingsWithManager;
        SharesRatingsWithRepresentative = sharing.RatingsWithRep ?? SharesRatingsWithRepresentative;
    }
}

/// <summary>What the exposed person opens to others; null leaves it as it is.</summary>
public sealed record Sharing(bool? ConsequencesWithRep, bool? RatingsWithManager, bool? RatingsWithRep);

/// <summary>Someone who was hit, as a report names them.</summary>
public sealed record NamedExposed(UserId? User, string Role, string? OccupationalGroup);
