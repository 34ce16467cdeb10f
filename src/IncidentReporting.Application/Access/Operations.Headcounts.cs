using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Access;

/// <summary>How many work where is public information: everyone at the employer reads it.</summary>
public static partial class Operations
{
    public static readonly Operation ListHeadcounts = SignedIn("headcounts.list");
    public static readonly Operation PutHeadcounts = Only("headcounts.put", Role.Administrator, Role.Coordinator);
}
