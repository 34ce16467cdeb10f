using System.Globalization;
using System.Security.Cryptography;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Demonstration;

/// <summary>A round of the survey each spring, answered as the survey's population did: 45 % exposed, threats the most common, 3 of 10 with no or too little support.</summary>
internal static class DemoPulse
{
    private const double AnswerRate = 0.62;

    private static readonly Dictionary<string, double> Exposed = new(StringComparer.Ordinal)
    {
        ["social_secretary"] = 0.54,
        ["treatment_staff"] = 0.58,
        ["needs_assessor"] = 0.36,
        ["counsellor"] = 0.40,
        ["field_assistant"] = 0.45,
        ["other"] = 0.30,
    };

    private static readonly (string Kind, double AtOffice, double AtHome)[] Kinds =
        [("threat_veiled", 0.55, 0.45), ("threat_direct", 0.42, 0.50), ("other_violation", 0.33, 0.33), ("online_attack", 0.20, 0.08), ("physical_violence", 0.07, 0.34)];

    private static readonly (string Question, (string Option, double Weight)[] Answers)[] Views =
    [
        ("prevention", [("enough", 45), ("not_enough", 30), ("no_opinion", 25)]),
        ("legal_protection", [("very_strong", 6), ("rather_strong", 42), ("rather_weak", 24), ("very_weak", 8), ("no_opinion", 20)]),
        ("legal_knowledge", [("sufficient", 46), ("insufficient", 36), ("dont_know", 18)]),
        ("measures_knowledge", [("sufficient", 42), ("insufficient", 38), ("dont_know", 20)]),
        ("support_knowledge", [("sufficient", 44), ("insufficient", 38), ("dont_know", 18)]),
        ("off_duty_safety", [("yes", 10), ("no", 87), ("no_answer", 3)]),
        ("influence", [("yes", 14), ("no", 76), ("no_answer", 10)]),
    ];

    private static readonly (string, double)[] Support =
        [("fully", 29), ("mostly", 37), ("insufficient", 19), ("none", 10), ("not_wanted", 3), ("no_answer", 2)];

    /// <summary>The springs whose round is over.</summary>
    public static IEnumerable<int> Years(DateOnly since, DateTimeOffset now) =>
        Enumerable.Range(since.Year, now.Year - since.Year + 1).Where(year => LastDay(year) < DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1) && FirstDay(year) >= since);

    /// <summary>A round of the whole employer that is over.</summary>
    public static PulseRound RoundOf(OrgChart chart, int year, int invited, ICellProtections protections)
    {
        var zone = chart.Employer.Zone();
        var (opens, closes) = (StartOf(FirstDay(year)), StartOf(LastDay(year).AddDays(1)));
        var round = PulseRound.Create(
            PulseRoundId.New(opens), chart.Employer.Id, string.Create(CultureInfo.InvariantCulture, $"Enkät våren {year}"), FirstDay(year), LastDay(year), [chart.Top.Id],
            new PulseTimes(opens, opens.AddHours(7), RemindAt: null, closes), RandomNumberGenerator.GetBytes(PulseRound.LinkKeyLength));
        round.Invite(invited, opens.AddHours(7));
        round.Close(protections.TableId, protections.KeyId, closes);
        return round;

        DateTimeOffset StartOf(DateOnly day) => new DateOrTime(day, Time: null).Instant(zone);
    }

    /// <summary>The answers of a unit, of as many as work there that year.</summary>
    /// <param name="draw">Draws the key that an answer is counted with.</param>
    public static IEnumerable<PulseAnswer> AnswersOf(DemoCast cast, PulseRoundId round, int year, int seed, Func<uint> draw)
    {
        var dice = DemoStaff.DiceOf(cast, unchecked((seed * 31) + year));
        var staff = DemoStaff.Of(cast);
        var unit = staff >= PulseRound.SmallestUnit ? cast.Unit.Id : (UnitId?)null;
        foreach (var (code, share) in cast.Groups)
        {
            var asked = (int)Math.Max(1, Math.Round(staff * share));
            for (var person = 0; person < asked; person++)
            {
                if (dice.Falls(AnswerRate))
                {
                    yield return PulseAnswer.Of(round, unit, SheetOf(cast, OccupationalGroups.ClassOf(code), dice), draw());
                }
            }
        }
    }

    private static PulseSheet SheetOf(DemoCast cast, string group, Dice dice)
    {
        var chosen = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["occupational_group"] = [group], ["exposure"] = ["none"] };
        if (dice.Falls(Exposed.GetValueOrDefault(group, Exposed["other"])))
        {
            var isHome = Work.Residential.HasFlag(cast.Work);
            List<string> kinds = [.. Kinds.Where(kind => dice.Falls(isHome ? kind.AtHome : kind.AtOffice)).Select(kind => kind.Kind)];
            chosen["exposure"] = kinds.Count > 0 ? kinds : [dice.Pick(["threat_veiled", "threat_direct"])];
            chosen["support"] = [dice.Weighted(Support)];
        }

        foreach (var (question, answers) in Views)
        {
            chosen[question] = [dice.Weighted(answers)];
        }

        return PulseSheet.Read(chosen, out var faults) ?? throw new InvalidOperationException($"The demonstration answers {string.Join(", ", faults.Keys)} wrongly.");
    }

    // The days of the survey.
    private static DateOnly FirstDay(int year) => new(year, 4, 19);

    private static DateOnly LastDay(int year) => new(year, 5, 11);
}
