using System.Globalization;
using System.Net;

namespace IncidentReporting.Web.Tests.Work;

internal sealed class RepresentativePageTests
{
    [TestCase("/representative", "employee")]
    [TestCase("/representative", "manager")]
    [TestCase("/measure-requests", "employee")]
    [TestCase("/measure-requests/new", "manager")]
    [TestCase("/work-stops", "employee")]
    [TestCase("/work-stops/new", "manager")]
    [TestCase("/onward-disclosures", "manager")]
    public async Task Page_OfARoleThatIsNotHeld_IsRefused(string path, string name) =>
        (await (await PageWorld.Shared.AsAsync(name)).OpenAsync(path)).Is(HttpStatusCode.Forbidden);

    [TestCase("/measure-requests/")]
    [TestCase("/work-stops/")]
    public async Task Page_OfNothing_IsNotFound(string path) =>
        (await (await PageWorld.Shared.AsAsync("rep")).OpenAsync(path + Guid.NewGuid())).Is(HttpStatusCode.NotFound);

    [TestCase("/measure-requests", "Ingen begäran finns än.")]
    [TestCase("/work-stops", "Inget arbete har stoppats.")]
    public async Task List_OfNothing_SaysWhatWillBeHere(string path, string text) =>
        Assert.That((await (await PageWorld.Shared.AsAsync("private-manager")).OpenAsync(path)).Text, Does.Contain(text));

    [Test]
    public async Task MeasureRequest_SentTwice_IsOneRequest()
    {
        var form = (await (await PageWorld.Shared.AsAsync("rep")).OpenAsync("/measure-requests/new")).Form().Fill("text", "Dubbelt tryckt.").Fill("answerBy", InDays(10));

        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();

        Assert.That(first.Address, Does.EndWith("?done=created"));
        Assert.That(second.Address, Is.EqualTo(first.Address));
    }

    [Test]
    public async Task Action_CoSigned_LeavesThePage()
    {
        var id = await PageWorld.Shared.Cases.AssessedAsync();
        await PageWorld.Shared.Cases.DoAsync("manager", id, "actions", new { type = "pair_home_visit" });
        var number = (string)(await PageWorld.Shared.Cases.ReadAsync("rep", id))["number"]!;
        var page = await (await PageWorld.Shared.AsAsync("rep")).OpenAsync("/representative");
        var button = page.Document.QuerySelectorAll("button").Select(found => found.GetAttribute("aria-label")).First(label => label?.Contains(number, StringComparison.Ordinal) == true)!;
        var signed = await page.Form(button).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(signed.TextOf("[role=status]"), Does.Contain("du står bakom"));
            Assert.That(signed.Document.QuerySelectorAll("button").Select(found => found.GetAttribute("aria-label")), Does.Not.Contain(button));
            Assert.That((bool)(await PageWorld.Shared.Cases.ReadAsync("manager", id))["actions"]![0]!["repTookPart"]!, Is.True);
        }
    }

    [Test]
    public async Task Request_FromAskingToForwarding_GoesThroughEveryHand()
    {
        var rep = await PageWorld.Shared.AsAsync("rep");
        var manager = await PageWorld.Shared.AsAsync("manager");
        var asked = await (await rep.OpenAsync("/measure-requests/new")).Form().Fill("text", "Vi begär\npersonlarm.").Fill("answerBy", InDays(10)).SubmitAsync();
        Assert.That(asked.TextOf("[role=status]"), Does.Contain("skickad och bekräftad"));
        var address = asked.Path.Split('?')[0];

        var seen = await manager.OpenAsync(address);
        Assert.That(seen.Texts(".next-duty"), Has.Some.Contains("Svara på begäran"));
        var empty = await seen.Form("answer-form").SubmitAsync();
        Assert.That(empty.WrongFields, Is.EqualTo((string[])["answer"]));
        var answered = await empty.Form("answer-form").Fill("answer", "Larmen kommer i mars.").SubmitAsync();
        Assert.That(answered.Text, Does.Contain("Besvarad").And.Contain("Larmen kommer i mars."));

        var undecided = await (await rep.OpenAsync(address)).Form("close-form").SubmitAsync();
        Assert.That(undecided.WrongFields, Is.EqualTo((string[])["satisfied"]));
        var closed = await undecided.Form("close-form").Fill("satisfied", "false").SubmitAsync();
        Assert.That(closed.Text, Does.Contain("Avslutad, svaret räckte inte"));
        var wrong = await closed.Form("forward-form").Fill("at", InDays(3)).Fill("atHour", "12:00").SubmitAsync();
        Assert.That((wrong.WrongFields, wrong.Form("forward-form").Value("at")), Is.EqualTo(((string[])["at"], InDays(3))));
        var forwarded = await wrong.Form("forward-form").Fill("at", string.Empty).Fill("atHour", string.Empty).SubmitAsync();
        Assert.That(forwarded.Text, Does.Contain("Lämnat till Arbetsmiljöverket"));
    }

    [Test]
    public async Task Request_WithoutWhatItNeeds_IsRefusedAndKeepsWhatWasTyped()
    {
        var page = await (await (await PageWorld.Shared.AsAsync("rep")).OpenAsync("/measure-requests/new")).Form()
            .Fill("text", "Vi begär larm.").Fill("answerBy", "snart").Fill("incidentId", "2026-999999").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["answerBy", "incidentId"]));
            Assert.That(page.Form().Value("text"), Is.EqualTo("Vi begär larm."));
        }
    }

    [Test]
    public async Task WorkStop_FromStopToLift_IsSaid()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync();
        var number = (string)(await PageWorld.Shared.Cases.ReadAsync("rep", id))["number"]!;
        var rep = await PageWorld.Shared.AsAsync("rep");
        var missing = await (await rep.OpenAsync("/work-stops/new")).Form().Fill("scope", "Hembesök").SubmitAsync();
        Assert.That(missing.WrongFields, Is.EqualTo((string[])["grounds"]));
        var stopped = await missing.Form().Fill("grounds", "Hot").Fill("loneWork", "true").Fill("incidentId", number).SubmitAsync();
        Assert.That(stopped.Text, Does.Contain("Gäller nu").And.Contain("Ensamarbetet är stoppat.").And.Contain(number));

        var told = await stopped.Form("contacts-form").Fill("employerContactedAt", Today()).Fill("employerContactedAtHour", "00:00").SubmitAsync();
        Assert.That(told.TextOf("[role=status]"), Does.Contain("noterat"));
        var lifted = await told.Form("end-form").Fill("outcome", "Två går alltid tillsammans.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lifted.Text, Does.Contain("Stoppet är hävt.").And.Contain("Två går alltid tillsammans."));
            Assert.That(lifted.Document.QuerySelector("#end-form"), Is.Null);
            Assert.That((await (await PageWorld.Shared.AsAsync("manager")).OpenAsync("/work-stops")).Text, Does.Contain("Hävt"));
        }
    }

    [Test]
    public async Task WorkStop_ChangedMeanwhile_ShowsBothAndThenTakesTheLatter()
    {
        var rep = await PageWorld.Shared.AsAsync("rep");
        var mine = await (await rep.OpenAsync("/work-stops/new")).Form().Fill("scope", "Hembesök").Fill("grounds", "Hot").SubmitAsync();
        var address = mine.Path.Split('?')[0];
        await (await rep.OpenAsync(address)).Form("contacts-form").Fill("employerContactedAt", Today()).Fill("employerContactedAtHour", "00:00").SubmitAsync();

        var refused = await mine.Form("contacts-form").Fill("employerContactedAt", "i går").SubmitAsync();
        var both = await mine.Form("contacts-form").Fill("employerContactedAt", Today()).Fill("employerContactedAtHour", "00:01").SubmitAsync();

        Assert.That(refused.Form("contacts-form").Value("version"), Is.EqualTo(mine.Form("contacts-form").Value("version")), "what she has not seen is not taken as seen");
        Assert.That(both.Text, Does.Contain("Någon annan har noterat något").And.Contain("Nu står det").And.Contain("Du skrev: " + Today() + " 00:01"));
        Assert.That(both.Form("contacts-form").Value("employerContactedAtHour"), Is.EqualTo("00:01"));
        Assert.That((await both.Form("contacts-form").SubmitAsync()).TextOf("[role=status]"), Does.Contain("noterat"));
    }

    [Test]
    public async Task WorkStop_EndedMeanwhile_KeepsWhatWasTyped()
    {
        var rep = await PageWorld.Shared.AsAsync("rep");
        var mine = await (await rep.OpenAsync("/work-stops/new")).Form().Fill("scope", "Hembesök").Fill("grounds", "Hot").SubmitAsync();
        await (await rep.OpenAsync(mine.Path.Split('?')[0])).Form("end-form").Fill("outcome", "Larm finns.").SubmitAsync();

        var late = await mine.Form("end-form").Fill("outcome", "En lång berättelse.").SubmitAsync();

        Assert.That(late.Text, Does.Contain("Stoppet är redan hävt").And.Contain("Larm finns."));
        Assert.That(late.Form("end-form").Value("outcome"), Is.EqualTo("En lång berättelse."));
    }

    [Test]
    public async Task Request_AnsweredByAnotherMeanwhile_KeepsWhatWasTyped()
    {
        var asked = await (await (await PageWorld.Shared.AsAsync("rep")).OpenAsync("/measure-requests/new")).Form().Fill("text", "Larm.").Fill("answerBy", InDays(10)).SubmitAsync();
        var address = asked.Path.Split('?')[0];
        var mine = await (await PageWorld.Shared.AsAsync("manager")).OpenAsync(address);
        await (await (await PageWorld.Shared.AsAsync("manager")).OpenAsync(address)).Form("answer-form").Fill("answer", "Först.").SubmitAsync();

        var late = await mine.Form("answer-form").Fill("answer", "Sedan.").SubmitAsync();

        Assert.That(late.Text, Does.Contain("Det här går inte längre att göra").And.Contain("Först."));
        Assert.That(late.Form("answer-form").Value("answer"), Is.EqualTo("Sedan."));
    }

    [Test]
    public async Task Disclosure_Noted_StandsInTheListWithTheDuty()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync();
        var number = (string)(await PageWorld.Shared.Cases.ReadAsync("rep", id))["number"]!;
        var rep = await PageWorld.Shared.AsAsync("rep");
        var missing = await (await rep.OpenAsync("/onward-disclosures?case=" + number)).Form().SubmitAsync();
        Assert.That((missing.WrongFields, missing.Form().Value("case")), Is.EqualTo(((string[])["toWhom", "noticeGiven"], number)));
        var noted = await missing.Form().Fill("toWhom", "union_board_member").Check("noticeGiven").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(noted.TextOf("[role=status]"), Does.Contain("noterat"));
            Assert.That(noted.Texts("tbody th"), Does.Contain(number));
        }
    }

    private static string Today() => InDays(0);

    private static string InDays(int days) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
