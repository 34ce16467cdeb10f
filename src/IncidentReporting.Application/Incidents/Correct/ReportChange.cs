using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.Correct;

/// <summary>The report as a merge patch changes it, with what the exposed person alone decides: what she shares, and whether she wants repeated information.</summary>
public sealed record ReportChange : ReportInput
{
    public ShareInput? Share { get; init; }

    /// <summary>True: no more repeated information by mail (R17).</summary>
    public bool? InformationDeclined { get; init; }

    internal static ReportChange Of(Incident incident)
    {
        var report = incident.Report;
        return new ReportChange
        {
            Kinds = report.Kinds,
            OccurredAt = report.OccurredAt,
            OccurredPrecision = report.OccurredPrecision,
            SafeNow = report.SafeNow,
            UnitId = incident.UnitId,
            Description = report.Description,
            Exposed = [.. incident.Exposed.Select(exposed => new ExposedInput(Self: null, exposed.UserId, exposed.Role, exposed.OccupationalGroup))],
            Channels = report.Channels,
            Platform = report.Platform,
            Place = report.Place,
            Situations = report.Situations,
            OnDutyState = report.OnDutyState,
            Counterpart = new CounterpartInput
            {
                Relation = report.CounterpartRelation,
                Count = report.CounterpartCount,
                Repeat = report.CounterpartRepeat,
                Age = report.CounterpartAge,
                Identity = report.CounterpartIdentity,
                IdentityGround = report.CounterpartIdentityGround,
                UserId = report.CounterpartUserId,
            },
            Consequences = report.Consequences,
            PerceivedSeverity = report.PerceivedSeverity,
            HateMotives = report.HateMotives,
            Wishes = new WishesInput { Support = report.WishedSupport, ContactBy = report.WishedContactBy, Text = report.WishesText },
            BypassManager = report.BypassManager,
            ProtectedIdentity = report.ProtectedIdentity,
            CampaignId = report.CampaignId,
        };
    }
}

/// <summary>What the exposed person opens to others.</summary>
public sealed record ShareInput(bool? ConsequencesWithRep, bool? RatingsWithManager, bool? RatingsWithRep);
