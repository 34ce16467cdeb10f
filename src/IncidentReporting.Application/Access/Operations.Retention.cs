using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Access;

/// <summary>What is kept for how long, and its erasure: two persons together, neither of whom sees a case for it. And what the service holds about one person.</summary>
public static partial class Operations
{
    public static readonly Operation ReadRetention = Only("retention.read", Deciding);
    public static readonly Operation ChangeRetention = Only("retention.change", Deciding);
    public static readonly Operation ProposeRetentionRun = Only("retention_runs.propose", Deciding);
    public static readonly Operation ReleaseRetentionRun = Only("retention_runs.release", Deciding);
    public static readonly Operation RefuseRetentionRun = Only("retention_runs.refuse", Deciding);
    public static readonly Operation HoldIncident = SignedIn("incidents.hold");
    public static readonly Operation ReadMyData = SignedIn("me.read_data");
    public static readonly Operation ReadUserData = Only("users.read_data", Role.DataProtectionOfficer);

    private static Role[] Deciding => [Role.DataProtectionOfficer, Role.Administrator];
}
