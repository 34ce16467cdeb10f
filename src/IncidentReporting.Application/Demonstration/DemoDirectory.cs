using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>What each employer of the demonstration offers its staff, and a campaign that some of the attacks belong to.</summary>
internal static class DemoDirectory
{
    private static readonly (string Measure, string Title, string Contact, string? Phone, string? Hours, string? Text)[] Offers =
    [
        ("immediate_safety", "Jour för akut stöd", "Tjänsteperson i beredskap", "010-000 00 01", "Dygnet runt", "Ring när du inte kan vara kvar på platsen, eller inte vill gå hem ensam."),
        ("relieving_talk", "Avlastningssamtal", "Din chef bokar, eller du själv", "010-000 00 02", "Vardagar 8–17", "Samma dag eller nästa vardag. Samtalet är på arbetstid och journalförs inte."),
        ("occupational_health", "Företagshälsovården", "Reception", "010-000 00 03", "Vardagar 8–16.30", "Fem samtal utan remiss efter hot eller våld."),
        ("peer_support", "Kamratstöd", "Kamratstödjarna på intranätet", null, null, "Kollegor från andra enheter, utbildade för det här."),
        ("help_police_report", "Hjälp med polisanmälan", "HR och säkerhet", "010-000 00 04", "Vardagar 8–16", "Någon skriver anmälan med dig och följer med. Tjänstestället anges som adress."),
        ("help_evidence_takedown", "Spara bevis och få bort inlägg", "HR och säkerhet", "010-000 00 04", "Vardagar 8–16", "Skicka länken innan du tar bort något själv."),
        ("personal_alarm", "Personlarm", "Säkerhetsfunktionen", "010-000 00 05", "Vardagar 8–16", "Lämnas ut samma dag, med en genomgång."),
        ("victim_support_org", "Brottsofferjouren", "Utanför arbetsgivaren", null, null, "Stöd före, under och efter en rättegång. Kostar inget."),
    ];

    public static IEnumerable<SupportEntry> EntriesOf(OrgChart chart, DateTimeOffset now) =>
        Offers.Select((offer, place) => SupportEntry.Create(
            Guid.CreateVersion7(now), chart.Employer.Id, chart.Top.Id, place, offer.Measure, offer.Title, offer.Contact, offer.Phone, offer.Hours, null, offer.Text));

    public static Campaign CampaignOf(OrgChart chart, DateTimeOffset now)
    {
        var today = chart.DayOf(now);
        return Campaign.Create(
            Guid.CreateVersion7(now), chart.Employer.Id, CaseText.From("Upprop mot socialtjänsten")!, code: null, today.AddDays(-320), today.AddDays(-12),
            CodeSet.Of(["social_media_public", "forum_review"]));
    }
}
