using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>A report as someone in the demonstration would write it.</summary>
internal sealed record DemoReport(UserId Reporter, IReadOnlyList<NamedExposed> Exposed, ReportContent Content)
{
    private const double ByColleague = 0.07;
    private const double OfTeam = 0.04;
    private const double OfSeveral = 0.09;
    private const double OfManager = 0.025;

    private static readonly Dictionary<string, string> Counterparts = new(StringComparer.Ordinal)
    {
        ["client"] = "personen",
        ["resident"] = "en boende",
        ["client_relative"] = "en anhörig",
        ["client_network"] = "en bekant till familjen",
        ["former_client"] = "en tidigare klient",
        ["anonymous_online"] = "ett anonymt konto",
        ["organised_group"] = "en organiserad grupp",
        ["unknown_person"] = "en okänd person",
        ["partner_professional"] = "en person från en annan verksamhet",
        ["not_stated"] = "en person",
    };

    private static readonly (string, double)[] OnNet =
        [("anonymous_online", 45), ("client_relative", 25), ("former_client", 10), ("organised_group", 10), ("client", 10)];

    private static readonly (string, double)[] AtOffice =
        [("client", 55), ("client_relative", 25), ("client_network", 6), ("former_client", 6), ("unknown_person", 4), ("partner_professional", 2), ("not_stated", 2)];

    private static readonly (string, double)[] AtHome = [("resident", 75), ("client_relative", 12), ("client_network", 8), ("unknown_person", 5)];

    public static DemoReport Write(DemoPlan plan, Dice dice, bool withTexts = true)
    {
        var cast = plan.Cast;
        var happening = plan.Kind is { } kind ? DemoHappening.Of(kind) : DemoHappening.Draw(cast.Work, dice);
        var settings = DemoSetting.All.Where(one => happening.Ways.HasFlag(one.Way) && one.Work.HasFlag(cast.Work))
            .Where(one => happening.Kind != "other_violation.home_visited" || one.Place == "staff_home").ToList();
        var way = dice.Pick([.. settings.Select(one => one.Way).Distinct()]);
        way = settings.Exists(one => one.Way == Way.Meeting) && dice.Falls(0.45) ? Way.Meeting : way;
        var setting = dice.Pick([.. settings.Where(one => one.Way == way)]);
        var (reporter, exposed) = Cast(plan, happening, dice);
        var relation = dice.Weighted(way == Way.Net ? OnNet : cast.Work.HasFlag(Work.Office) ? AtOffice : AtHome);
        var (i, me) = exposed[0].User is null ? ("vi", "oss") : exposed[0].User == reporter ? ("jag", "mig") : ("min kollega", "min kollega");
        var occurredAt = plan.At.AddMinutes(-dice.Weighted([(dice.Between(10, 180), 60), (dice.Between(180, 1400), 25), (dice.Between(1440, 8600), 15)]));
        occurredAt = new DateTimeOffset(occurredAt.Ticks - (occurredAt.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var second = DemoHappening.All.Where(one => one.Category != happening.Category && one.Ways.HasFlag(way)).ToList();
        var isHate = happening.Kind == "other_violation.hate";

        return new DemoReport(reporter, exposed, new ReportContent
        {
            Kinds = CodeSet.Of(second.Count > 0 && dice.Falls(0.13) ? [happening.Kind, dice.Pick(second).Kind] : [happening.Kind]),
            OccurredAt = occurredAt,
            OccurredPrecision = dice.Weighted([("exact", 62), ("about", 28), ("day", 10)]),
            SafeNow = dice.Weighted([("yes", 93), ("unsure", 5), ("no", 2)]),
            Description = !withTexts ? null : CaseText.From(Account(happening, setting, Counterparts[relation], i, me, dice)),
            Channels = CodeSet.Of([setting.Channel]),
            Platform = withTexts && way == Way.Net ? dice.Text(DemoTexts.Platforms) : null,
            Place = setting.PlaceAt(cast.Work),
            Situations = CodeSet.Of(setting.Situations),
            OnDutyState = setting.OnDuty,
            CounterpartRelation = relation,
            CounterpartCount = dice.Weighted([("one", 84), ("several", 14), ("crowd", 2)]),
            CounterpartRepeat = dice.Weighted([("yes", 41), ("no", 34), ("unknown", 25)]),
            CounterpartAge = cast.Work == Work.Home ? dice.Weighted([("15_17", 70), ("adult", 30)]) : dice.Weighted([("adult", 88), ("15_17", 6), ("unknown", 6)]),
            Consequences = CodeSet.Of(Consequences(happening, dice)),
            PerceivedSeverity = dice.Weighted<int?>([(1, 14), (2, 36), (3, 33), (4, 11), (null, 6)]),
            HateMotives = isHate ? CodeSet.Of(["ethnicity", "religion"]) : CodeSet.Empty,
            WishedSupport = dice.Falls(0.55) ? CodeSet.Of([dice.Pick(["relieving_talk", "manager_contact", "peer_support", "occupational_health", "help_police_report"])]) : CodeSet.Empty,
            WishedContactBy = plan.BypassManager ? "next_manager" : dice.Weighted([("manager", 78), ("safety_representative", 12), ("coordinator", 10)]),
            WishesText = withTexts && dice.Falls(0.2) ? dice.Text(DemoTexts.Wishes) : null,
            BypassManager = plan.BypassManager || dice.Falls(0.025),
            ProtectedIdentity = dice.Falls(0.04),
        });
    }

    // Who reports, and who was hit: mostly the same, sometimes a colleague, several, the team or the manager herself.
    private static (UserId Reporter, IReadOnlyList<NamedExposed> Exposed) Cast(DemoPlan plan, DemoHappening happening, Dice dice)
    {
        var cast = plan.Cast;
        if (plan.Reporter is { } told)
        {
            return (told, [Direct(told)]);
        }

        var reporter = dice.Pick(cast.Staff);
        var other = dice.Pick([.. cast.Staff.Where(person => person != reporter)]);
        var isPersonal = happening.Category == "physical_violence" || happening.Kind.StartsWith("other_violation.home", StringComparison.Ordinal);
        var drawn = dice.Fraction();
        if (drawn < OfManager)
        {
            return (cast.Manager, [Direct(cast.Manager)]);
        }

        drawn -= OfManager;
        if (drawn < ByColleague)
        {
            return (reporter, [Direct(other)]);
        }

        drawn -= ByColleague;
        if (drawn < OfSeveral)
        {
            return (reporter, [Direct(reporter), new NamedExposed(other, dice.Pick(["direct", "indirect_witness"]), cast.GroupOf(other))]);
        }

        drawn -= OfSeveral;
        return drawn < OfTeam && !isPersonal
            ? (reporter, [new NamedExposed(null, dice.Pick(["team", "workplace"]), OccupationalGroup: null)])
            : (reporter, [Direct(reporter)]);

        NamedExposed Direct(UserId person) => new(person, "direct", cast.GroupOf(person));
    }

    private static string Account(DemoHappening happening, DemoSetting setting, string counterpart, string i, string me, Dice dice)
    {
        var words = dice.Pick(happening.Words);
        words = setting.Way is Way.Writing or Way.Net ? words.Replace("sa {vem}", "skrev {vem}", StringComparison.Ordinal) : words;
        var details = setting.Way switch
        {
            Way.Meeting => DemoTexts.MeetingDetails,
            Way.Call => DemoTexts.CallDetails,
            Way.Writing => DemoTexts.WritingDetails,
            Way.Net => DemoTexts.NetDetails,
            _ => DemoTexts.OffDutyDetails,
        };
        var text = $"{setting.Opening} {words}. {dice.Pick(details)} {dice.Pick(DemoTexts.Aftermath)}".Trim();
        return text.Replace("{vem}", counterpart, StringComparison.Ordinal)
            .Replace("{jag}", i, StringComparison.Ordinal)
            .Replace("{mig}", me, StringComparison.Ordinal)
            .Replace("{Jag}", char.ToUpperInvariant(i[0]) + i[1..], StringComparison.Ordinal);
    }

    private static List<string> Consequences(DemoHappening happening, Dice dice)
    {
        var found = new List<string>();
        foreach (var (code, chance) in ((string, double)[])[
            ("fear_at_work", 0.42), ("stress_reaction", 0.34), ("fear_off_duty", 0.10), ("sleep", 0.16), ("ethical_stress", 0.12),
            ("avoidance_private", 0.06), ("considers_leaving", 0.09), ("crisis_reaction", 0.03), ("off_rest_of_shift", 0.06)])
        {
            if (dice.Falls(chance))
            {
                found.Add(code);
            }
        }

        if (happening.Category == "physical_violence" && happening.Kind != "physical_violence.attempt")
        {
            found.AddRange(dice.Weighted<string[]>([([], 55), (["injury_minor"], 36), (["injury_minor", "medical_care"], 6), (["injury_serious.fracture", "medical_care"], 3)]));
        }

        if (dice.Falls(0.04))
        {
            found.Add(dice.Pick(["sick_leave.1", "sick_leave.2_3", "sick_leave.8_14", "sick_leave.15_30"]));
        }

        return found.Count > 0 ? found : ["none"];
    }
}
