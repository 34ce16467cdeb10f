namespace IncidentReporting.Domain.Organisation;

/// <summary>Whole days when a person is away and the deputy acts instead.</summary>
public sealed class Absence
{
    private Absence()
    {
    }

    public Guid Id { get; private init; }

    public UserId UserId { get; private init; }

    /// <summary>The first day away.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The last day away.</summary>
    public DateOnly To { get; private init; }

    public static Absence Create(Guid id, UserId userId, DateOnly from, DateOnly to) => new() { Id = id, UserId = userId, From = from, To = to };

    public bool Covers(DateOnly day) => From <= day && day <= To;
}
