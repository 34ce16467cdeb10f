using System.Net;

namespace IncidentReporting.Web.Tests.Work;

internal sealed class CalendarPageTests
{
    [Test]
    public async Task Calendar_OfNobody_LeadsToTheSignIn() =>
        Assert.That((await PageWorld.Shared.Stranger().OpenAsync("/calendar")).Redirects, Is.EqualTo((string[])["/sign-in?returnUrl=%2Fcalendar"]));

    [Test]
    public async Task Calendar_OfAnEmptyMonth_SaysSo() =>
        Assert.That((await (await PageWorld.Shared.AsAsync("auditor")).OpenAsync("/calendar?month=2026-02")).Text, Does.Contain("Februari 2026").And.Contain("Inget ska göras"));

    [Test]
    public async Task Calendar_OfThisWeek_LeadsToTheDutysForm()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync();
        var number = (string)(await PageWorld.Shared.Cases.ReadAsync("manager", id))["number"]!;
        var day = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));
        var manager = await PageWorld.Shared.AsAsync("manager");
        var week = await manager.OpenAsync($"/calendar?week={day:yyyy-MM-dd}");
        var next = await week.FollowAsync("Nästa vecka");

        using (Assert.EnterMultipleScope())
        {
            week.Is(HttpStatusCode.OK);
            Assert.That(week.HasLink($"/incidents/{number}/acknowledge") || next.HasLink($"/incidents/{number}/acknowledge"), Is.True);
            Assert.That(week.TextOf("h2"), Does.StartWith("Vecka "));
            Assert.That(next.TextOf("h2"), Is.Not.EqualTo(week.TextOf("h2")));
        }
    }

    [TestCase("month=2026-13")]
    [TestCase("month=x")]
    [TestCase("week=2026-02-31")]
    public async Task Calendar_OfATimeThatIsNone_IsOfToday(string query) =>
        (await (await PageWorld.Shared.AsAsync("manager")).OpenAsync("/calendar?" + query)).Is(HttpStatusCode.OK);

    [Test]
    public async Task Link_CreatedAndRemoved_WorksInBetween()
    {
        var deputy = await PageWorld.Shared.AsAsync("deputy");
        var created = await (await deputy.OpenAsync("/calendar")).Form("Skapa en hemlig länk").SubmitAsync();
        var address = new Uri(created.TextOf(".secret-link")).PathAndQuery;
        var feed = await PageWorld.Shared.Stranger().OpenAsync(address);
        var again = await deputy.OpenAsync("/calendar");
        var removed = await again.Form("Ta bort länken").SubmitAsync();
        var gone = await PageWorld.Shared.Stranger().OpenAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(feed.Headers["Content-Type"], Is.EqualTo("text/calendar; charset=utf-8"));
            Assert.That(feed.Source, Does.StartWith("BEGIN:VCALENDAR"));
            Assert.That(again.Source, Does.Not.Contain(address));
            Assert.That(removed.TextOf("[role=status]"), Does.Contain("fungerar inte längre"));
            gone.Is(HttpStatusCode.NotFound);
        }
    }
}
