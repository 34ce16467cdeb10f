using System.Net;

namespace IncidentReporting.Web.Tests.Work;

internal sealed class TasksPageTests
{
    [Test]
    public async Task Tasks_OfNobody_LeadToTheSignIn() =>
        Assert.That((await PageWorld.Shared.Stranger().OpenAsync("/tasks")).Redirects, Is.EqualTo((string[])["/sign-in?returnUrl=%2Ftasks"]));

    [Test]
    public async Task Tasks_OfWhoHasNone_SayWhatWillBeHere() =>
        Assert.That((await (await PageWorld.Shared.AsAsync("auditor")).OpenAsync("/tasks")).Text, Does.Contain("Inget väntar på dig just nu"));

    [Test]
    public async Task Tasks_OfAManager_AreGroupedAndLeadToTheirForms()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync("private-employee");
        var number = (string)(await PageWorld.Shared.Cases.ReadAsync("private-manager", id))["number"]!;
        var page = await (await PageWorld.Shared.AsAsync("private-manager")).OpenAsync("/tasks");

        using (Assert.EnterMultipleScope())
        {
            page.Is(HttpStatusCode.OK);
            Assert.That(page.Link($"/incidents/{number}/acknowledge").TextContent, Does.Contain("Ta kontakt"));
            Assert.That(page.Link($"/incidents/{number}/police").TextContent, Does.Contain("polisen"));
            Assert.That(page.HasLink($"/incidents/{number}/assess"), Is.True);
            Assert.That(page.Document.QuerySelector($"a[href^='/incidents/{number}/follow-ups/']"), Is.Not.Null);
            Assert.That(page.Texts("h2").Select(heading => heading.Split(' ')[0]), Is.SubsetOf((string[])["Försenat", "I", "Den", "Senare"]));
            Assert.That(page.Texts(".duty-list details p"), Has.Some.Contains("arbetsmiljölagen (1977:1160) 3 kap. 3 a §"));
        }
    }

    [Test]
    public async Task Tasks_AfterAPlaceThatIsNone_AreRefusedAsAPage() =>
        (await (await PageWorld.Shared.AsAsync("manager")).OpenAsync("/tasks?after=x")).Is(HttpStatusCode.UnprocessableEntity);
}
