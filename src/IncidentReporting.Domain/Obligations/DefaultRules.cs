using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Obligations;

/// <summary>The reference's deadlines and reminders. R1's and R17's reminder at PT0S are the notice and the receipt that the report itself sends.</summary>
internal static class DefaultRules
{
    public static readonly IReadOnlyList<RulePolicy> All =
    [
        Rule("R1", D("PT8H"), [D("PT0S"), D("PT2H")]) with
        {
            DeputyAt = D("PT4H"), EscalateAt = D("PT8H"), Immediate = true, Calendar = RuleCalendar.SameDay,
        },
        Rule("R2", D("PT1H"), []),
        Rule("R3", D("PT24H"), [D("PT1H"), D("PT4H"), D("PT12H"), D("PT20H")]) with
        {
            EscalateAt = D("PT24H"), Immediate = true,
        },
        Rule("R4", D("PT24H"), [D("PT0S"), D("P1D")]) with
        {
            AlsoRemind = [new(Party.Exposed, D("PT0S")), new(Party.Exposed, D("P1D"))], EscalateAt = D("P2D"), Calendar = RuleCalendar.SameDay,
        },
        Rule("R5", D("PT72H"), [D("PT12H"), D("PT24H"), D("PT48H")]) with
        {
            DueSerious = D("PT24H"), EscalateAt = D("PT72H"), Immediate = true,
        },
        Rule("R6", D("P1D"), [D("PT0S"), D("P1D")]) with
        {
            EscalateAt = D("P2D"), Calendar = RuleCalendar.WorkingDays,
        },
        Rule("R7", D("PT8H"), [D("PT4H")]) with { Calendar = RuleCalendar.SameDay },
        Rule("R8", D("PT72H"), [D("PT24H"), D("PT48H")]) with { EscalateAt = D("P4D") },
        FollowUp("R9", 10),
        Rule("R10", D("P14D"), [D("P10D"), D("P14D")]) with
        {
            AlsoRemind = [new(Party.SafetyRepresentative, D("P10D")), new(Party.SafetyRepresentative, D("P14D"))], EscalateAt = D("P21D"),
        },
        FollowUp("R11", 35),
        FollowUp("R12", 90),
        Rule("R13", D("P180D"), [D("P178D"), D("P180D")]) with { RepeatEvery = D("P185D"), EscalateAt = D("P187D") },
        Rule("R14", D("P30D"), [D("P30D")]) with { RepeatEvery = D("P90D"), EscalateAt = D("P60D") },
        Rule("R15", D("P14D"), [D("PT0S"), D("P7D"), D("P14D")]),
        Rule("R16", D("P2D"), [D("-P14D"), D("-P7D"), D("-P1D"), D("P2D")]) with
        {
            AlsoRemind = [new(Party.Exposed, D("-P14D")), new(Party.Exposed, D("-P7D")), new(Party.Exposed, D("-P1D")), new(Party.Exposed, D("P2D"))],
        },
        Rule("R17", D("P90D"), [D("PT0S"), D("P3D"), D("P10D"), D("P35D"), D("P90D")]),
        Rule("R18", D("P10D"), [D("P10D"), D("P35D"), D("P90D")]),
        Rule("R19", D("PT0S"), [D("-P3D"), D("PT0S"), D("P3D")]) with
        {
            AlsoRemind = [new(Party.Manager, D("P3D"))], EscalateAt = D("P7D"),
        },
        Rule("R20", D("P90D"), [D("P90D")]) with { AlsoRemind = [new(Party.SafetyRepresentative, D("P90D"))] },
        Rule("R21", D("P5M"), [D("P3M"), D("P5M")]) with
        {
            AlsoRemind = [new(Party.Exposed, D("P3M")), new(Party.Exposed, D("P5M"))],
        },
        Rule("R22", D("-P14D"), [D("-P60D"), D("-P14D")]) with
        {
            AlsoRemind = [new(Party.Exposed, D("-P60D")), new(Party.Exposed, D("-P14D"))],
        },
        Rule("R23", D("PT0S"), [D("-P2D"), D("-P1D"), D("PT0S")]) with
        {
            RepeatEvery = D("P1D"), EscalateAt = D("PT0S"), Immediate = true,
        },
        Rule("R24", D("P21D"), [D("P21D")]),
        Rule("R25", D("PT0S"), [D("PT0S")]) with { AlsoRemind = [new(Party.Exposed, D("PT0S"))] },
        Rule("R26", D("P12M"), [D("P12M")]) with { AlsoRemind = [new(Party.SafetyRepresentative, D("P12M"))] },
        Rule("R29", D("P14D"), [D("P3D"), D("P10D")]) with { EscalateAt = D("P21D") },
    ];

    private static IsoDuration D(string text) => IsoDuration.Parse(text);

    private static RulePolicy Rule(string rule, IsoDuration due, IReadOnlyList<IsoDuration> remindAt) =>
        new(rule, due, remindAt, Grounds.AllOf(rule).Single(ground => ground.ValidTo is null).Text("sv"));

    private static RulePolicy FollowUp(string rule, int day) =>
        Rule(rule, IsoDuration.Days(day), [IsoDuration.Days(day - 2), IsoDuration.Days(day)]) with
        {
            AlsoRemind = [new(Party.Exposed, IsoDuration.Days(day))],
            EscalateAt = IsoDuration.Days(day + 7),
        };
}
