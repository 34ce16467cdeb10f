using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Statistics;

/// <summary>What an incident is in the statistics, as it stands now: one incident and one exposure for each directly affected person.</summary>
/// <param name="Month">Of the event, on the employer's calendar.</param>
public sealed record IncidentFacts(UnitId Unit, StatPeriod Month, int Combo, long Flags, IReadOnlyList<ExposureFacts> Exposures)
{
    private static readonly IncidentState[] NotCounted = [IncidentState.Draft, IncidentState.Withdrawn, IncidentState.Duplicate, IncidentState.OutOfScope];

    /// <summary>True for what was reported and neither taken back nor found to be a duplicate or no incident at all.</summary>
    public static bool IsCounted(IncidentState state) => !NotCounted.Contains(state);

    /// <summary>The facts of the incident, or null when it is not counted.</summary>
    public static IncidentFacts? Of(Incident incident, WorkCalendar calendar)
    {
        if (!IsCounted(incident.State) || incident.Report.OccurredAt is not { } occurredAt)
        {
            return null;
        }

        var kinds = KindClass(incident.Report.Kinds);
        var police = PoliceClass(incident.StandingPolice.Select(step => step.Status));
        var setting = SettingClass(incident.Report.OnDutyState, incident.Report.Place);
        return new IncidentFacts(
            incident.UnitId,
            StatPeriod.MonthOf(calendar.LocalDate(occurredAt)),
            Codebook.Incidents.Combine(kinds, police, setting),
            IncidentFlags.Of(incident, calendar),
            [
                .. incident.Exposed.Where(exposed => exposed.Role == "direct").Select(exposed => new ExposureFacts(
                    exposed.Id,
                    exposed.UserId,
                    Codebook.Exposures.Combine(kinds, police, setting, GroupClass(exposed.OccupationalGroup), SupportClass(incident.Ratings, exposed.Id)),
                    ExposureFlags.Of(incident, exposed))),
            ]);
    }

    public static int KindClass(CodeSet kinds)
    {
        var answered = 0;
        for (var index = 0; index < Codebook.Kind.Categories.Count; index++)
        {
            answered |= kinds.HasCategory(Codebook.Kind.Categories[index]) ? 1 << index : 0;
        }

        return answered;
    }

    /// <summary>The furthest point reached: what has once been opened is never counted down again.</summary>
    public static int PoliceClass(IEnumerable<PoliceStatus> steps)
    {
        var furthest = 0;
        foreach (var step in steps)
        {
            furthest = Math.Max(furthest, step switch
            {
                PoliceStatus.Undecided or PoliceStatus.DecidedReport => 0,
                PoliceStatus.DecidedNot => 1,
                PoliceStatus.Reported or PoliceStatus.NotOpened or PoliceStatus.UnknownAfterCheck or PoliceStatus.ReviewRequested => 2,
                _ => 3,
            });
        }

        // A decision not to report that was changed before any report is none.
        return furthest == 1 && steps.Last() == PoliceStatus.DecidedReport ? 0 : furthest;
    }

    public static int SettingClass(string? onDutyState, string? place)
    {
        if (onDutyState is "off_duty" or "commuting" || place is "staff_home" or "commute_leisure")
        {
            return Codebook.Setting.IndexOf("off_duty");
        }

        var isWorkplace = place is "hvb" or "support_housing" or "open_care" || place?.StartsWith("office_", StringComparison.Ordinal) == true;
        return Codebook.Setting.IndexOf(isWorkplace ? "workplace" : "elsewhere_on_duty");
    }

    public static int GroupClass(string? group) => Codebook.Group.IndexOf(OccupationalGroups.ClassOf(group));

    private static int SupportClass(IReadOnlyList<SupportRating> ratings, Guid exposed) => Codebook.Support.IndexOf(
        ratings.Where(rating => rating.ExposedId == exposed).MaxBy(rating => (rating.At, rating.Id))?.Adequacy switch
        {
            "fully" or "mostly" => "adequate",
            "insufficient" => "insufficient",
            "none" => "none",
            _ => "outside",
        });
}

/// <summary>What one directly affected person's exposure is in the statistics.</summary>
/// <param name="User">Null where the person has no account; such an exposure is counted, but of no known person.</param>
public sealed record ExposureFacts(Guid ExposedId, UserId? User, int Combo, long Flags);
