using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Domain.Statistics;

/// <summary>The classes of one person's exposure that are published alone: contact, offers, and how she was affected.</summary>
internal static class ExposureFlags
{
    private static readonly string[] Influenced = ["hesitated", "delayed", "changed", "refrained", "avoided_contact", "documented_less", "handed_over"];

    public static long Of(Incident incident, ExposedPerson exposed)
    {
        var submitted = incident.SubmittedAt!.Value;
        var offers = incident.Offers.Where(offer => offer.ExposedId is null || offer.ExposedId == exposed.Id).ToList();
        var contact = offers.Where(offer => offer.Measure == "manager_contact").Select(offer => offer.DeliveredAt).Append(incident.AcknowledgedAt).Min();
        return StatMargins.ContactWithinDay.Flag(IncidentFlags.YesNo(contact - submitted <= TimeSpan.FromHours(24)))
            | StatMargins.OfferWithin72Hours.Flag(IncidentFlags.YesNo(offers.Exists(offer => offer.OfferedAt - submitted <= TimeSpan.FromHours(72))))
            | Consequences(incident)
            | InfluenceOf(incident, exposed);
    }

    private static long Consequences(Incident incident)
    {
        var told = incident.Report.Consequences;
        if (told.Count == 0)
        {
            return 0;
        }

        return StatMargins.FearOffDuty.Flag(IncidentFlags.YesNo(told.Contains("fear_off_duty")))
            | StatMargins.SickLeave.Flag(SickLeaveClass(told.FirstOrDefault(code => code.StartsWith("sick_leave", StringComparison.Ordinal))))
            | StatMargins.ConsidersLeaving.Flag(IncidentFlags.YesNo(told.Contains("considers_leaving") || told.Contains("left_job")));
    }

    private static int SickLeaveClass(string? band) => band switch
    {
        null or "sick_leave.0" => 1,
        "sick_leave.1" or "sick_leave.2_3" => 2,
        "sick_leave.4_7" or "sick_leave.8_14" => 3,
        "sick_leave.15_30" => 4,
        _ => 5,
    };

    private static long InfluenceOf(Incident incident, ExposedPerson exposed)
    {
        var note = incident.Influences.FirstOrDefault(influence => influence.ExposedId == exposed.Id);
        var answered = note is not null && note.Outcomes.Count > 0 && !note.Outcomes.Contains("not_say");
        return StatMargins.Influence.Flag(!answered ? 3 : IncidentFlags.YesNo(note!.Outcomes.Any(Influenced.Contains)));
    }
}
