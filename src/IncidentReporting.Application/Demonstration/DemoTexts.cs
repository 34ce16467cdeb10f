namespace IncidentReporting.Application.Demonstration;

/// <summary>What people in the demonstration write. Calm, in the words of the work, and without anything that tells who a client is.</summary>
internal static class DemoTexts
{
    public static readonly string[] MeetingDetails =
    [
        "Samtalet hade varit spänt från början.", "Rösten var hög och flera i närheten hörde det.", "Mötet avbröts och rummet lämnades.",
        "Avståndet var kort och det fanns ingen annan i rummet.", "En kollega kom till platsen efter någon minut.", "Situationen lugnade sig efter en stund.",
        "Det hela gick mycket fort.", "Dörren stod öppen och det gick att ta sig därifrån.", "Flera personer såg vad som hände.",
    ];

    public static readonly string[] CallDetails =
    [
        "Samtalet avslutades och tiden antecknades.", "Det hördes flera röster i bakgrunden.", "Tonen hade blivit hårdare under de senaste veckorna.",
        "Numret var dolt men rösten gick att känna igen.", "Samtalet varade i knappt fem minuter.", "Luren lades på mitt i en mening.",
    ];

    public static readonly string[] WritingDetails =
    [
        "Meddelandet är sparat.", "Det var det tredje meddelandet samma vecka.", "Formuleringen gick inte att missförstå.", "Flera kollegor fick samma text.",
        "Texten kom några timmar efter att beslutet hade skickats.", "Avsändaren skrev under med sitt namn.",
    ];

    public static readonly string[] NetDetails =
    [
        "Inlägget delades flera gånger innan det togs bort.", "Skärmbilder är sparade med datum och adress.", "Både namn och arbetsplats går att läsa ut.",
        "Kommentarerna fortsatte under hela helgen.", "Inlägget ligger kvar när rapporten skrivs.", "Flera bekanta har hört av sig om det.",
    ];

    public static readonly string[] OffDutyDetails =
    [
        "Det fanns inga vittnen.", "Händelsen var kort men obehaglig.", "Några förbipasserande stannade till.", "Det är andra gången det händer utanför arbetstid.",
    ];

    public static readonly string[] Aftermath =
    [
        "Efteråt har det varit svårt att släppa tankarna på det.", "{Jag} känner oro inför nästa möte.", "Nattsömnen har blivit sämre sedan dess.",
        "Det kändes bra att få berätta för en kollega direkt efteråt.", "Oron har funnits kvar även på fritiden.", "{Jag} vill inte ha fler möten ensam i det här ärendet.",
        "{Jag} kunde fortsätta arbeta men var skakad resten av dagen.", "Arbetet i ärendet fortsätter, men det känns tyngre än förut.", "",
    ];

    public static readonly string[] Wishes =
    [
        "Vill gärna att någon annan tar kontakten i ärendet ett tag.", "Ring helst på förmiddagen.", "Vill prata igenom händelsen innan nästa bokade möte.",
        "Vill veta hur en polisanmälan går till innan den görs.", "Vill inte att hela gruppen får veta vem det gäller.",
    ];

    public static readonly string[] Messages =
    [
        "Tack för att du rapporterade. Jag ringer dig i dag så går vi igenom vad som hände och vad du behöver.",
        "Det du har varit med om är inte något du ska bära själv. Vi ses i eftermiddag, och du behöver inte ta något nytt möte förrän vi har pratat.",
        "Jag har läst din rapport. Vi bokar en stund i morgon bitti, och jag tar kontakterna i ärendet till dess.",
        "Bra att du skrev. Jag har pratat med skyddsombudet, och vi går igenom säkerheten inför nästa besök tillsammans med dig.",
        "Tack för en tydlig rapport. Du avgör takten. Jag hör av mig efter lunch.",
        "Jag tar det här på allvar. Gå hem tidigare i dag om du vill, så pratar vi i lugn och ro i morgon.",
    ];

    public static readonly string[] LowDanger =
    [
        "Händelsen bedöms inte ha inneburit fara för liv eller hälsa, men den har påverkat arbetet och följs upp.",
        "Risken för upprepning bedöms som låg så länge kontakten sker på det sätt vi har kommit överens om.",
        "Bedömningen är gjord tillsammans med skyddsombudet. Ingen omedelbar åtgärd utöver stödet behövs.",
    ];

    public static readonly string[] RaisedDanger =
    [
        "Risken för upprepning bedöms som förhöjd. Inga ensamma möten i ärendet tills vidare.",
        "Motparten har uppträtt hotfullt tidigare. Kontakten sker på kontoret och med två medarbetare.",
        "Det fanns en känd risk som inte hade förts vidare inför besöket. Rutinen ses över.",
        "Skyddsombudet och jag är eniga om att risken är förhöjd. Vi prövar igen om två veckor.",
    ];

    public static readonly string[] SeriousDanger =
    [
        "Händelsen bedöms som allvarlig. Arbetet på platsen stoppades tills larm och bemanning var på plats.",
        "Hotet bedöms som allvarligt. Polisen är kontaktad, och skyddsåtgärder är beslutade samma dag.",
        "Det fanns fara för liv eller hälsa. Anmälan till Arbetsmiljöverket görs i dag.",
    ];

    public static readonly string[] AvReasons =
    [
        "Ingen allvarlig fara för liv eller hälsa enligt bedömningen med skyddsombudet.",
        "Hotet var allmänt hållet och bedöms inte ha inneburit allvarlig fara.",
        "Händelsen har påverkat arbetsmiljön men når inte upp till anmälningsplikten.",
    ];

    public static readonly string[] OfferNotes =
    [
        "Tid finns redan den här veckan.", "Samtalet sker på arbetstid.", "Du väljer själv med vem.", "Erbjudandet står kvar även om du väntar.", "Vi bokar tillsammans när det passar dig.",
    ];

    public static readonly string[] PoliceNotes =
    [
        "Anmälan gjordes per telefon. Medarbetaren följde med på arbetstid.", "Arbetsgivaren står som anmälare. Tjänstestället är angivet som adress.",
        "Skärmbilder och loggar är lämnade till polisen.", "Anmälan gjordes på plats när patrullen kom.",
    ];

    public static readonly string[] NotReportedNotes =
    [
        "Vi prövar beslutet igen om en månad.", "Beslutet är taget i samråd. Bevisen är sparade om något nytt händer.", "Medarbetaren vill avvakta, och det respekterar vi.",
        "Händelsen ingår i den samlade bilden som vi följer i ärendet.",
    ];

    public static readonly string[] ReviewNotes =
    [
        "Prövat på nytt: inget nytt har hänt, och beslutet står fast.", "Vi har gått igenom beslutet igen tillsammans. Det ändras inte.",
    ];

    public static readonly string[] ReportedAfterReviewNotes =
    [
        "Prövat på nytt: medarbetaren vill nu att det anmäls.", "Ett nytt meddelande har kommit. Vi anmäler båda händelserna.",
    ];

    public static readonly IReadOnlyList<(string Type, string[] Descriptions, Work Work)> Actions =
    [
        ("pair_home_visit", ["Hembesök i ärendet görs alltid av två medarbetare.", "Inga ensamma hembesök förrän en ny riskbedömning är gjord."], Work.Office),
        ("no_lone_work", ["Dubbel bemanning på kvällspassen till och med månadsskiftet.", "Ingen arbetar ensam efter klockan 20."], Work.Residential),
        ("meeting_at_office", ["Möten hålls på kontoret i rummet med två utgångar."], Work.Office),
        ("change_case_officer", ["Ärendet går över till en kollega efter en gemensam överlämning."], Work.Office),
        ("two_case_officers", ["Två handläggare delar ärendet och undertecknar tillsammans."], Work.Children),
        ("decision_delivery", ["Avslag lämnas i ett förberett samtal, inte bara i brev."], Work.Aid),
        ("name_omitted_in_notice", ["Underrättelser i ärendet går ut med enhetens namn."], Work.Office),
        ("personal_alarm", ["Personlarm till alla som gör hembesök, med genomgång i gruppen."], Work.Any),
        ("alarm_drill", ["Larmövning med hela arbetsgruppen.", "Öva vem som gör vad när larmet går."], Work.Any),
        ("reception_barrier", ["Glasskivan i receptionen höjs och dörren får ny låsning."], Work.Aid),
        ("risk_assessment", ["Ny riskbedömning inför fortsatt kontakt, tillsammans med skyddsombudet."], Work.Any),
        ("security_routine", ["Rutinen för besök efter klockan 16 skrivs om.", "Rutinen för överrapportering av kända risker förtydligas."], Work.Any),
        ("contact_plan", ["En kontaktväg, bestämda telefontider och besked skriftligt."], Work.Any),
        ("training_deescalation", ["Halvdag om bemötande och lågaffektivt arbetssätt."], Work.Any),
        ("staffing", ["En medarbetare till på eftermiddagarna under våren."], Work.Residential),
        ("comment_moderation", ["Kommentarsfältet bevakas även på helger, och hot tas bort efter att de har sparats."], Work.Office),
        ("learning_review", ["Lärgenomgång på arbetsplatsträffen, utan namn."], Work.Any),
    ];

    public static readonly string[] FollowUps =
    [
        "Vi gick igenom händelsen. Medarbetaren sover bättre och vill fortsätta med samtalen.",
        "Läget är lugnare. Nästa möte i ärendet sker med två medarbetare.",
        "Medarbetaren känner fortfarande obehag inför besök men tycker att stödet räcker.",
        "Inget nytt har hänt. Åtgärderna fungerar så här långt.",
        "Vi pratade om arbetsbelastningen. Två ärenden flyttas under våren.",
        "Medarbetaren är tillbaka på full tid och mår bra.",
        "Oron på fritiden finns kvar. Samtalen hos företagshälsovården fortsätter.",
        "Gruppen har gått igenom larmrutinen. Det gav trygghet.",
    ];

    public static readonly string[] NewRiskFollowUps =
    [
        "Motparten har hört av sig igen. Riskbedömningen görs om.", "En ny kontakt är planerad nästa månad. Vi bestämmer hur den ska gå till.",
    ];

    public static readonly string[] CaseNotes =
    [
        "Pratade med medarbetaren i korridoren. Känns bättre i dag.", "Skyddsombudet har fått ta del av åtgärderna och har inget att tillägga.",
        "Bokade om mötet till nästa vecka så att två kan vara med.", "Informerade gruppen på morgonmötet, utan namn.",
    ];

    public static readonly string[] HandlerNotes =
    [
        "Stämde av med närmaste chef uppåt. Inga fler beslut behövs nu.", "Säkerhetsfunktionen har gett råd om skyltningen på webbplatsen.", "Tid hos företagshälsovården är bokad.",
    ];

    public static readonly string[] Ratings =
    [
        "Samtalet kom snabbt och hjälpte.", "Bra att chefen hörde av sig samma dag.", "Hade behövt mer tid mellan mötena.", "Det dröjde för länge innan någon frågade.",
        "Kamratstödet var det som hjälpte mest.", "Fick stöd, men arbetsbelastningen var densamma.",
    ];

    public static readonly string[] Closings =
    [
        "Uppföljningarna är gjorda och åtgärderna är på plats. Jag föreslår att vi avslutar ärendet.",
        "Inget nytt har hänt sedan sista uppföljningen. Åtgärderna gäller vidare i enhetens plan.",
        "Vi har gått igenom allt som bestämdes. Stödet fortsätter så länge du vill, även när ärendet är avslutat.",
    ];

    public static readonly string[] Agreements = ["Det känns bra att avsluta nu.", "Ja. Tack för stödet.", "Okej för min del, så länge åtgärderna finns kvar.", ""];

    public static readonly string[] Objections =
    [
        "Jag tycker inte att det är klart. Larmet är fortfarande inte på plats.", "Jag vill ha en uppföljning till efter nästa möte i ärendet.",
        "Den nya rutinen används inte i praktiken ännu.",
    ];

    public static readonly string[] Overrulings =
    [
        "Jag har gått igenom invändningen. Larmet är nu monterat och övat, och kvarvarande åtgärder följs i enhetens plan.",
        "Invändningen har lett till ytterligare ett möte. Åtgärderna är genomförda, och ärendet avslutas.",
    ];

    public static readonly string[] Reopenings = ["Samma motpart har hört av sig igen.", "Oron har kommit tillbaka, och jag behöver mer stöd.", "Ett nytt inlägg har publicerats om samma sak."];

    public static readonly string[] Withdrawals = ["Vi har rett ut det på annat sätt.", "Rapporten hamnade på fel enhet. En ny är gjord.", ""];

    public static readonly string[] OutOfScope = ["Rör ett klagomål på handläggningstiden och går till klagomålshanteringen.", "Hör till avvikelsehanteringen och är registrerat där."];

    public static readonly string[] Transfers = ["Händelsen rör en medarbetare hos en annan arbetsgivare och är överlämnad dit."];

    public static readonly string[] Receivers = ["Regionens arbetsmiljöfunktion", "Bemanningsföretagets arbetsmiljöansvariga", "Skolans rektor"];

    public static readonly string[] Platforms = ["ett socialt nätverk", "en videotjänst", "ett lokalt forum", "en meddelandetjänst"];
}
