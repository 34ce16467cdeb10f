namespace IncidentReporting.Domain.Statistics;

/// <summary>A yes/no or a class (at most six) that every incident or exposure carries in its flags; 0 is "does not apply". Published alone, and not for single units.</summary>
/// <param name="Indicator">Its stored number; never used again for something else.</param>
/// <param name="Shift">Where its bits begin.</param>
/// <param name="Bits">2 or 3.</param>
/// <param name="Joined">Its one coarser level: a number of its own for some of the classes together.</param>
public sealed record StatMargin(
    int Indicator, string Name, StatFactKind Fact, int Shift, int Bits, IReadOnlyList<string> Classes, bool IsSensitive = false, JoinedClasses? Joined = null)
{
    /// <summary>0 where it does not apply, else the class counted from 1.</summary>
    public int ClassOf(long flags) => (int)(flags >> Shift) & ((1 << Bits) - 1);

    /// <summary>The classes, from 1, that are counted under a name: one, or those of the coarser level; null where there is none of the name.</summary>
    public IReadOnlyList<int>? FindClasses(string name)
    {
        var wanted = Joined?.Name == name ? Joined.Classes : [name];
        int[] found = [.. Enumerable.Range(1, Classes.Count).Where(number => wanted.Contains(Classes[number - 1]))];
        return found.Length == 0 ? null : found;
    }

    public long Flag(int classNumber)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classNumber, Classes.Count);
        return (long)classNumber << Shift;
    }
}

/// <summary>Classes of a margin that are counted together, for instance all that were due.</summary>
public sealed record JoinedClasses(string Name, IReadOnlyList<string> Classes);

/// <summary>Every margin, in the order of its bits (domain reference E3).</summary>
public static class StatMargins
{
    private static readonly JoinedClasses Due = new("due", ["on_time", "late", "not_held"]);
    private static readonly string[] OnTime = ["on_time", "late", "not_held", "declined"];
    private static readonly string[] YesNo = ["yes", "no"];
    private static readonly string[] YesNoUnknown = ["yes", "no", "unknown"];

    private static readonly Layout OfIncidents = new(StatFactKind.Incidents);
    private static readonly Layout OfExposures = new(StatFactKind.Exposures);

    public static readonly StatMargin ReportDelay = OfIncidents.Add(1, "report_delay", 3, ["within_2_hours", "within_8_hours", "within_24_hours", "within_3_days", "within_7_days", "later"]);
    public static readonly StatMargin ContactTime = OfIncidents.Add(2, "contact_time", 3, ["within_2_hours", "within_8_hours", "within_24_hours", "within_3_days", "later", "not_yet"]);
    public static readonly StatMargin ContactOnTime = OfIncidents.Add(3, "contact_on_time", 2, YesNo);
    public static readonly StatMargin FirstFollowUp = OfIncidents.Add(4, "first_follow_up", 3, OnTime, joined: Due);
    public static readonly StatMargin SecondFollowUp = OfIncidents.Add(5, "second_follow_up", 3, OnTime, joined: Due);
    public static readonly StatMargin ThirdFollowUp = OfIncidents.Add(6, "third_follow_up", 3, OnTime, joined: Due);
    public static readonly StatMargin ClosingConsent = OfIncidents.Add(7, "closing_consent", 2, ["with_consent", "without_consent"]);
    public static readonly StatMargin AvNotice = OfIncidents.Add(
        8, "av_notice", 3, ["sent_within_24_hours", "sent_later", "required_not_sent", "not_required", "not_assessed"],
        joined: new("required", ["sent_within_24_hours", "sent_later", "required_not_sent"]));
    public static readonly StatMargin RepeatCounterpart = OfIncidents.Add(9, "repeat_counterpart", 2, YesNoUnknown);
    public static readonly StatMargin NotReportedReason = OfIncidents.Add(
        10, "not_reported_reason", 3, ["exposed_wish_or_fear", "part_of_job", "no_crime_or_evidence", "care_grounds", "no_trust_or_knowledge", "other"]);
    public static readonly StatMargin NotReportedAgreed = OfIncidents.Add(11, "not_reported_agreed", 2, ["disagrees", "agrees", "not_asked"]);
    public static readonly StatMargin PoliceChain = OfIncidents.Add(
        12, "police_chain", 3, ["reported", "opened", "charged", "convicted"], joined: new("charged_or_further", ["charged", "convicted"]));
    public static readonly StatMargin Actions = OfIncidents.Add(
        13, "actions", 3, ["all_on_time", "some_late", "some_open", "all_cancelled"], joined: new("kept", ["all_on_time", "some_late", "some_open"]));
    public static readonly StatMargin RepresentativeTookPart = OfIncidents.Add(14, "representative_took_part", 2, YesNo);
    public static readonly StatMargin Effect = OfIncidents.Add(15, "effect", 2, ["good_or_some", "none_or_unclear"]);
    public static readonly StatMargin Alone = OfIncidents.Add(16, "alone", 2, YesNoUnknown);
    public static readonly StatMargin Alarm = OfIncidents.Add(17, "alarm", 3, ["worked", "failed", "not_used", "none", "unknown"]);
    public static readonly StatMargin RiskAssessed = OfIncidents.Add(18, "risk_assessed", 2, YesNoUnknown);
    public static readonly StatMargin AtHome = OfIncidents.Add(19, "at_home", 2, YesNo);
    public static readonly StatMargin RelativeHit = OfIncidents.Add(20, "relative_hit", 2, YesNo);
    public static readonly StatMargin InCampaign = OfIncidents.Add(21, "in_campaign", 2, YesNo);
    public static readonly StatMargin DataQuality = OfIncidents.Add(22, "data_quality", 2, ["complete", "something_not_told"]);
    public static readonly StatMargin InjuryNotice = OfIncidents.Add(
        23, "injury_notice", 2, ["sent_within_a_working_day", "sent_later", "not_sent"], joined: new("required", ["sent_within_a_working_day", "sent_later", "not_sent"]));
    public static readonly StatMargin PlatformNotice = OfIncidents.Add(
        24, "platform_notice", 2, ["removed_within_7_days", "removed_later", "not_removed"], joined: new("sent", ["removed_within_7_days", "removed_later", "not_removed"]));

    public static readonly StatMargin ContactWithinDay = OfExposures.Add(41, "contact_within_24_hours", 2, YesNo);
    public static readonly StatMargin OfferWithin72Hours = OfExposures.Add(42, "offer_within_72_hours", 2, YesNo);
    public static readonly StatMargin FearOffDuty = OfExposures.Add(43, "fear_off_duty", 2, YesNo);
    public static readonly StatMargin SickLeave = OfExposures.Add(
        44, "sick_leave", 3, ["none", "1_to_3_days", "4_to_14_days", "15_to_30_days", "more_than_30_days"],
        joined: new("any", ["1_to_3_days", "4_to_14_days", "15_to_30_days", "more_than_30_days"]));
    public static readonly StatMargin ConsidersLeaving = OfExposures.Add(45, "considers_leaving", 2, YesNo);
    public static readonly StatMargin Influence = OfExposures.Add(46, "influence", 2, ["yes", "no", "not_answered"], isSensitive: true);

    public static IReadOnlyList<StatMargin> All { get; } = [.. OfIncidents.Margins, .. OfExposures.Margins];

    public static IReadOnlyList<StatMargin> Of(StatFactKind fact) => fact switch
    {
        StatFactKind.Incidents => OfIncidents.Margins,
        StatFactKind.Exposures => OfExposures.Margins,
        _ => [],
    };

    private sealed class Layout(StatFactKind fact)
    {
        private const int Room = 63;
        private int _next;

        public List<StatMargin> Margins { get; } = [];

        public StatMargin Add(int indicator, string name, int bits, IReadOnlyList<string> classes, bool isSensitive = false, JoinedClasses? joined = null)
        {
            var margin = new StatMargin(indicator, name, fact, _next, bits, classes, isSensitive, joined);
            _next += bits;
            if (_next > Room || classes.Count >= 1 << bits)
            {
                throw new InvalidOperationException($"The flags have no room for {name}.");
            }

            Margins.Add(margin);
            return margin;
        }
    }
}
