namespace IncidentReporting.Application.Demonstration;

/// <summary>Something that happens, in words that follow the opening: the verb first, {vem} for the counterpart, {jag} and {mig} for who was hit.</summary>
internal sealed record DemoHappening(string Kind, Way Ways, params string[] Words)
{
    public static IReadOnlyList<DemoHappening> All { get; } =
    [
        new("threat_veiled.family_question", Way.Words, "frågade {vem} flera gånger om {jag} hade familj och barn", "ville {vem} veta om {jag} hade någon som väntade hemma"),
        new("threat_veiled.knows_home", Way.Words, "nämnde {vem} vilken gata {jag} bodde på", "beskrev {vem} vilken bil {jag} körde och var den brukade stå"),
        new("threat_veiled.knows_children", Way.Words, "nämnde {vem} vilken skola barnen gick i"),
        new("threat_veiled.future_harm", Way.Words, "sa {vem} att {jag} skulle få ångra beslutet", "lät {vem} förstå att det här inte var över", "sa {vem} att {jag} borde se {mig} om på vägen hem"),
        new("threat_veiled.gesture", Way.Face, "ställde sig {vem} mycket nära och stirrade utan att säga något", "gjorde {vem} en hotfull gest med handen och log"),
        new("threat_veiled.network", Way.Words, "sa {vem} att det fanns vänner som kunde ordna saken", "hänvisade {vem} till kända personer i ett kriminellt nätverk"),
        new("threat_veiled.messenger", Way.Call | Way.Meeting, "framförde en bekant en hälsning från {vem} om att {jag} borde vara försiktig"),
        new("threat_veiled.watching", Way.Face, "satt {vem} kvar i en bil och fotograferade entrén"),
        new("threat_direct.violence", Way.Words, "sa {vem} att {jag} skulle få stryk", "hotade {vem} med våld om beslutet inte ändrades", "sa {vem} att nästa möte skulle sluta illa för {mig}"),
        new("threat_direct.death", Way.Words, "uttalade {vem} ett dödshot mot {mig}", "sa {vem} att {jag} inte skulle leva till sommaren"),
        new("threat_direct.relative", Way.Words, "riktade {vem} ett hot mot både {mig} och familjen"),
        new("threat_direct.colleague", Way.Words, "hotade {vem} hela arbetsgruppen", "sa {vem} att alla som hade med ärendet att göra skulle råka illa ut"),
        new("threat_direct.property", Way.Words, "sa {vem} att lokalen skulle komma att brinna", "hotade {vem} att förstöra bilarna på parkeringen"),
        new("threat_direct.weapon_shown", Way.Meeting, "tog {vem} fram ett föremål och höll det hotfullt framför sig", "visade {vem} upp en kniv utan att säga något"),
        new("threat_direct.exposure", Way.Words, "hotade {vem} att hänga ut {mig} med namn och bild"),
        new("other_violation.verbal_abuse", Way.Words, "använde {vem} grova tillmälen mot {mig}", "blev {vem} mycket upprörd och förolämpade {mig} upprepade gånger"),
        new("other_violation.hate", Way.Words, "uttryckte sig {vem} nedsättande om bakgrund och religion"),
        new("other_violation.sexual", Way.Spoken, "kom {vem} med sexuella anspelningar, trots tydliga besked om att sluta"),
        new("other_violation.persistent_contact", Way.Call | Way.Writing, "hörde {vem} av sig mer än tjugo gånger på två dagar", "fortsatte {vem} att höra av sig trots besked om en enda kontaktväg"),
        new("other_violation.recorded", Way.Meeting, "filmade {vem} samtalet och sa att filmen skulle spridas"),
        new("other_violation.property_damage", Way.Meeting, "slog {vem} sönder en glasruta", "välte {vem} ett bord så att utrustning gick sönder"),
        new("other_violation.intrusion", Way.Meeting, "vägrade {vem} att lämna lokalen", "tog sig {vem} in genom personalingången"),
        new("other_violation.blocked", Way.Meeting, "ställde sig {vem} i dörren så att det inte gick att komma ut"),
        new("other_violation.abusive_reports", Way.Writing, "aviserade {vem} den femte anmälan på kort tid mot {mig}"),
        new("other_violation.home_visited", Way.OffDuty, "dök {vem} upp och krävde att få prata om ärendet"),
        new("other_violation.stalking", Way.OffDuty, "följde {vem} efter {mig} en längre sträcka"),
        new("online_attack.insult", Way.Net, "skrev {vem} kränkande om {mig} och om arbetet", "publicerade {vem} en rad kränkande kommentarer"),
        new("online_attack.exposed", Way.Net, "hängde {vem} ut {mig} med namn och bild"),
        new("online_attack.doxxing", Way.Net, "spred {vem} adress och telefonnummer"),
        new("online_attack.defamation", Way.Net, "påstod {vem} att {jag} hade tagit emot pengar för ett beslut"),
        new("online_attack.campaign", Way.Net, "länkade {vem} till ett färdigt upprop mot socialtjänsten"),
        new("online_attack.pile_on", Way.Net, "uppmanade {vem} andra att höra av sig till {mig}"),
        new("online_attack.recording_published", Way.Net, "publicerade {vem} en inspelning från ett möte"),
        new("online_attack.impersonation", Way.Net, "dök det upp ett konto som gav sig ut för att vara den som handlägger ärendet"),
        new("physical_violence.push_grab", Way.Meeting, "knuffade {vem} {mig} mot en vägg", "tog {vem} ett hårt tag om {mig} och släppte först efter en stund"),
        new("physical_violence.hit_kick", Way.Meeting, "slog {vem} {mig} på armen", "sparkade {vem} {mig} på benet"),
        new("physical_violence.bite_scratch", Way.Meeting, "rev {vem} {mig} på handen", "bet {vem} {mig} i underarmen"),
        new("physical_violence.spit_fluid", Way.Meeting, "spottade {vem} {mig} i ansiktet"),
        new("physical_violence.thrown_object", Way.Meeting, "kastade {vem} en stol mot {mig}", "kastade {vem} en telefon som träffade {mig}"),
        new("physical_violence.strangle", Way.Meeting, "tog {vem} ett grepp om halsen på {mig}"),
        new("physical_violence.blunt", Way.Meeting, "slog {vem} mot {mig} med ett tillhygge"),
        new("physical_violence.attempt", Way.Meeting, "måttade {vem} ett slag mot {mig} men träffade inte"),
    ];

    private static readonly Dictionary<string, double> RareKinds = new(StringComparer.Ordinal)
    {
        ["threat_direct.death"] = 0.4,
        ["threat_direct.weapon_shown"] = 0.3,
        ["physical_violence.strangle"] = 0.15,
        ["physical_violence.blunt"] = 0.3,
        ["threat_veiled.future_harm"] = 2.5,
        ["threat_direct.violence"] = 2.5,
        ["other_violation.verbal_abuse"] = 2.5,
        ["physical_violence.push_grab"] = 1.8,
        ["physical_violence.hit_kick"] = 1.8,
        ["online_attack.insult"] = 2,
        ["other_violation.blocked"] = 0.5,
        ["other_violation.sexual"] = 0.6,
    };

    private static readonly string[] Categories = ["threat_veiled", "threat_direct", "other_violation", "online_attack", "physical_violence"];

    private static readonly Dictionary<Work, double[]> Mix = new()
    {
        [Work.Children] = [0.33, 0.27, 0.16, 0.17, 0.07],
        [Work.Aid] = [0.30, 0.30, 0.20, 0.12, 0.08],
        [Work.Housing] = [0.23, 0.29, 0.17, 0.07, 0.24],
        [Work.Home] = [0.19, 0.28, 0.15, 0.06, 0.32],
    };

    public string Category => Kind[..Kind.IndexOf('.', StringComparison.Ordinal)];

    public static DemoHappening Draw(Work work, Dice dice)
    {
        var category = dice.Weighted([.. Categories.Zip(Mix[work], (id, weight) => (id, weight))]);
        return dice.Weighted([.. All.Where(one => one.Category == category).Select(one => (one, RareKinds.GetValueOrDefault(one.Kind, 1)))]);
    }

    public static DemoHappening Of(string kind) => All.First(one => one.Kind == kind);
}
