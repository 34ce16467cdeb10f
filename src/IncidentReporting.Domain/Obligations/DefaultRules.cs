namespace IncidentReporting.Domain.Obligations;

/// <summary>The reference's deadlines and reminders. R1's and R17's reminder at PT0S are the notice and the receipt that the report itself sends.</summary>
internal static class DefaultRules
{
    public static readonly IReadOnlyList<RulePolicy> All =
    [
        new("R1", D("PT8H"), [D("PT0S"), D("PT2H")], "Policy: snabb omsorg efter hot och våld (Arbetsmiljöverket)")
        {
            DeputyAt = D("PT4H"), EscalateAt = D("PT8H"), Immediate = true, Calendar = RuleCalendar.SameDay,
        },
        new("R2", D("PT1H"), [], "Policy: den utsatta lämnas inte ensam (Arbetsmiljöverket)"),
        new("R3", D("PT24H"), [D("PT1H"), D("PT4H"), D("PT12H"), D("PT20H")], "Arbetsmiljölagen 3 kap. 3 a §: utan dröjsmål; praxis 24 timmar")
        {
            EscalateAt = D("PT24H"), Immediate = true,
        },
        new("R4", D("PT24H"), [D("PT0S"), D("P1D")], "Policy: spara bevis medan de finns (Polisen)")
        {
            AlsoRemind = [new(Party.Exposed, D("PT0S")), new(Party.Exposed, D("P1D"))], EscalateAt = D("P2D"), Calendar = RuleCalendar.SameDay,
        },
        new("R5", D("PT72H"), [D("PT12H"), D("PT24H"), D("PT48H")], "Policy: polisbeslut för varje händelse")
        {
            DueSerious = D("PT24H"), EscalateAt = D("PT72H"), Immediate = true,
        },
        new("R6", D("P1D"), [D("PT0S"), D("P1D")], "Socialförsäkringsbalken 42 kap. 10 §: omgående")
        {
            EscalateAt = D("P2D"), Calendar = RuleCalendar.WorkingDays,
        },
        new("R7", D("PT24H"), [D("PT4H")], "Policy: avlastningssamtal före passets eller dagens slut") { Calendar = RuleCalendar.SameDay },
        new("R8", D("PT72H"), [D("PT24H"), D("PT48H")], "Policy: stödsamtal efter 24-72 timmar") { EscalateAt = D("P4D") },
        FollowUp("R9", 10),
        new("R10", D("P14D"), [D("P10D"), D("P14D")], "Arbetsmiljölagen 3 kap. 2 a §, 6 kap. 4 §; AFS 2023:1")
        {
            AlsoRemind = [new(Party.SafetyRepresentative, D("P10D")), new(Party.SafetyRepresentative, D("P14D"))], EscalateAt = D("P21D"),
        },
        FollowUp("R11", 35),
        FollowUp("R12", 90),
        new("R13", D("P180D"), [D("P178D"), D("P180D")], "Policy: lång uppföljning vid allvarlig händelse") { RepeatEvery = D("P185D"), EscalateAt = D("P187D") },
        new("R14", D("P30D"), [D("P30D")], "Policy: följ polisanmälan; förundersökningskungörelsen 13 b och 13 d §§") { RepeatEvery = D("P90D"), EscalateAt = D("P60D") },
        new("R15", D("P14D"), [D("PT0S"), D("P7D"), D("P14D")], "Rätten att begära överprövning"),
        new("R16", D("P2D"), [D("-P14D"), D("-P7D"), D("-P1D"), D("P2D")], "Policy: stöd inför och efter rättegång")
        {
            AlsoRemind = [new(Party.Exposed, D("-P14D")), new(Party.Exposed, D("-P7D")), new(Party.Exposed, D("-P1D")), new(Party.Exposed, D("P2D"))],
        },
        new("R17", D("P90D"), [D("PT0S"), D("P3D"), D("P10D"), D("P35D"), D("P90D")], "Policy: information upprepas för den utsatta"),
        new("R18", D("P10D"), [D("P10D"), D("P35D"), D("P90D")], "Policy: erbjudande om stöd upprepas (Arbetsmiljöverket)"),
        new("R19", D("PT0S"), [D("-P3D"), D("PT0S"), D("P3D")], "Arbetsmiljölagen 3 kap. 2 a §: handlingsplan")
        {
            AlsoRemind = [new(Party.Manager, D("P3D"))], EscalateAt = D("P7D"),
        },
        new("R20", D("P90D"), [D("P90D")], "Arbetsmiljölagen 3 kap. 2 a §: kontroll av åtgärdens effekt") { AlsoRemind = [new(Party.SafetyRepresentative, D("P90D"))] },
        new("R21", D("P5M"), [D("P3M"), D("P5M")], "Policy: uppgifter hos operatörer sparas ofta i sex månader (Polisen)")
        {
            AlsoRemind = [new(Party.Exposed, D("P3M")), new(Party.Exposed, D("P5M"))],
        },
        new("R22", D("-P14D"), [D("-P60D"), D("-P14D")], "Policy: skydd som löper ut; lagen (1988:688) om kontaktförbud")
        {
            AlsoRemind = [new(Party.Exposed, D("-P60D")), new(Party.Exposed, D("-P14D"))],
        },
        new("R23", D("PT0S"), [D("-P2D"), D("-P1D"), D("PT0S")], "Arbetsmiljölagen 6 kap. 6 a §: svar utan dröjsmål")
        {
            RepeatEvery = D("P1D"), EscalateAt = D("PT0S"), Immediate = true,
        },
        new("R24", D("P21D"), [D("P21D")], "Policy: Arbetsmiljöverket hör normalt av sig inom tre veckor"),
        new("R25", D("PT0S"), [D("PT0S")], "Policy: beslut att inte anmäla omprövas") { AlsoRemind = [new(Party.Exposed, D("PT0S"))] },
        new("R26", D("P12M"), [D("P12M")], "AFS 2023:2: säkerhetsrutiner hålls aktuella") { AlsoRemind = [new(Party.SafetyRepresentative, D("P12M"))] },
    ];

    private static IsoDuration D(string text) => IsoDuration.Parse(text);

    private static RulePolicy FollowUp(string rule, int day) =>
        new(rule, IsoDuration.Days(day), [IsoDuration.Days(day - 2), IsoDuration.Days(day)], "Policy: uppföljning med den utsatta (Arbetsmiljöverket)")
        {
            AlsoRemind = [new(Party.Exposed, IsoDuration.Days(day))],
            EscalateAt = IsoDuration.Days(day + 7),
        };
}
