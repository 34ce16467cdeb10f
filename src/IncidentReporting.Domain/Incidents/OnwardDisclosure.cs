using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>That a safety representative passed on what the case holds, with a reminder of confidentiality (AML 7:13; OSL 10:11-14). Says to whom, never what.</summary>
public sealed class OnwardDisclosure
{
    private OnwardDisclosure()
    {
    }

    public Guid Id { get; private init; }

    public IncidentId IncidentId { get; private init; }

    public string ToWhom { get; private init; } = string.Empty;

    public DateOnly On { get; private init; }

    public UserId By { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    internal static OnwardDisclosure Record(IncidentId incident, string toWhom, DateOnly on, Actor by) => new()
    {
        Id = Guid.CreateVersion7(by.Now),
        IncidentId = incident,
        ToWhom = toWhom,
        On = on,
        By = by.Id,
        RecordedAt = by.Now,
    };
}
