using System.Net;
using System.Text.Json.Nodes;

namespace IncidentReporting.Web.Tests.Administration;

/// <summary>Units, people, the follow-up policy, what is offered, the mails, campaigns and feedback: who comes in, and that what is sent is done or said.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class AdministrationPageTests
{
    private static readonly string[] Addresses =
    [
        "/administration/units", "/administration/people", "/administration/people/new", "/administration/follow-up-policy", "/administration/follow-up-policy/R1",
        "/administration/mail", "/administration/feedback",
    ];

    private PageWorld _world = null!;
    private Browser _admin = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await PageWorld.StartAsync();
        _admin = await _world.AsAsync("admin");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCaseSource(nameof(Addresses))]
    public async Task Page_Manager_IsToldNo(string address) =>
        Assert.That((await (await _world.AsAsync("manager")).OpenAsync(address)).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCaseSource(nameof(Addresses))]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn(string address) => Assert.That((await _world.Stranger().OpenAsync(address)).Path, Is.EqualTo("/sign-in"));

    [TestCaseSource(nameof(Addresses))]
    public async Task Page_InEnglish_IsShown(string address) =>
        Assert.That((await (await _world.AsAsync("admin", "en")).OpenAsync(address)).Is(HttpStatusCode.OK).Language, Is.EqualTo("en"));

    [TestCase("/administration/units/01a20080-0000-7000-8000-000000000000")]
    [TestCase("/administration/people/01a20080-0000-7000-8000-000000000000")]
    [TestCase("/administration/campaigns/01a20080-0000-7000-8000-000000000000")]
    [TestCase("/administration/follow-up-policy/R99")]
    [TestCase("/administration/support-directory?unit=01a20080-0000-7000-8000-000000000000")]
    public async Task Page_OfWhatIsNot_IsNotFound(string address) => Assert.That((await _admin.OpenAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Overview_Administrator_LeadsToEverything()
    {
        var page = (await _admin.OpenAsync("/administration")).Is(HttpStatusCode.OK);

        Assert.That(page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")), Is.SupersetOf((string[])
        [
            "/administration/units", "/administration/people", "/administration/follow-up-policy", "/administration/support-directory", "/administration/mail",
            "/administration/campaigns", "/administration/pulse", "/administration/feedback",
        ]));
    }

    [Test]
    public async Task Overview_Coordinator_LeadsToHerPart()
    {
        var page = (await (await _world.AsAsync("coordinator")).OpenAsync("/administration")).Is(HttpStatusCode.OK);

        Assert.That(page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")), Is.EqualTo((string[])["/administration/support-directory", "/statistics/headcounts", "/administration/campaigns", "/administration/pulse"]));
    }

    [Test]
    public async Task Units_Added_StandsBelowItsParent()
    {
        var page = await _admin.OpenAsync("/administration/units");

        page = await page.Form("/administration/units").Fill("name", "Familjerätt").Fill("parentId", _world.Cases.Department.Value.ToString()).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Is.EqualTo("/administration/units?done=added"));
            Assert.That(page.Texts(".unit-tree .unit-tree .unit-tree a"), Does.Contain("Familjerätt"));
        }
    }

    [Test]
    public async Task Units_WithoutName_SaysSoAndKeepsTheParent()
    {
        var page = await _admin.OpenAsync("/administration/units");

        page = await page.Form("/administration/units").Fill("parentId", _world.Cases.Unit.Value.ToString()).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["name"]));
            Assert.That(page.Form("/administration/units").Value("parentId"), Is.EqualTo(_world.Cases.Unit.Value.ToString()));
        }
    }

    [Test]
    public async Task Unit_Changed_IsChanged()
    {
        var page = await OpenUnitAsync(await AddUnitAsync("Ska byta namn"));

        page = await page.Form("version").Fill("name", "Har bytt namn").Fill("routineReviewedOn", "2026-02-03").Fill("closed", "true").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Is.EqualTo("/administration/units?done=changed"));
            Assert.That(page.Text, Does.Contain("Har bytt namn Stängd"));
        }
    }

    [Test]
    public async Task Unit_ThatIsNoDay_SaysSoAndKeepsWhatWasTyped()
    {
        var page = await OpenUnitAsync(await AddUnitAsync("Fel dag"));

        page = await page.Form("version").Fill("routineReviewedOn", "förra året").Fill("name", "Annat").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["routineReviewedOn"]));
            Assert.That(page.Form("version").Value("name"), Is.EqualTo("Annat"));
            Assert.That(page.Form("version").Value("routineReviewedOn"), Is.EqualTo("förra året"));
        }
    }

    [Test]
    public async Task Unit_ChangedMeanwhile_ShowsBothAndThenTakesThis()
    {
        var id = await AddUnitAsync("Två samtidigt");
        var (mine, theirs) = (await OpenUnitAsync(id), await OpenUnitAsync(id));
        await theirs.Form("version").Fill("name", "Deras namn").SubmitAsync();

        var page = await mine.Form("version").Fill("name", "Mitt namn").SubmitAsync();
        Assert.That(page.TextOf(".notice"), Does.Contain("Deras namn"));
        Assert.That(page.Form("version").Value("name"), Is.EqualTo("Mitt namn"));
        page = await page.Form("version").SubmitAsync();

        Assert.That(page.Text, Does.Contain("Mitt namn").And.Not.Contain("Deras namn"));
    }

    [Test]
    public async Task People_Searched_ShowsThoseWhoFit()
    {
        var page = await _admin.OpenAsync("/administration/people");
        var all = page.Texts(".rows .row-title");

        page = await page.Form("/administration/people").Fill("search", "manager@").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".rows .row-title"), Has.Count.EqualTo(1));
            Assert.That(all, Has.Count.GreaterThan(8));
        }
    }

    [Test]
    public async Task People_SearchedForNobody_SaysWhatToTry() =>
        Assert.That((await _admin.OpenAsync("/administration/people?search=finnsinte")).Text, Does.Contain("Ingen motsvarar"));

    [Test]
    public async Task Person_Added_CanSignInWithTheRole()
    {
        var page = await _admin.OpenAsync("/administration/people/new");

        page = await page.Form("userName").Fill("name", "Ny Chef").Fill("userName", "ny.chef@example.org").Fill("password", "ett långt lösenord").Fill("unitId", _world.Cases.Unit.Value.ToString())
            .Fill("roles[0].role", "manager").Fill("roles[0].unitId", _world.Cases.Unit.Value.ToString()).Fill("roles[0].from", "2026-01-01").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=added"));
            Assert.That(page.Heading, Is.EqualTo("Ny Chef"));
            Assert.That(page.Form("roles[0].role").Value("roles[0].role"), Is.EqualTo("manager"));
        }

        await _world.Stranger().SignInAsync("ny.chef@example.org", "ett långt lösenord");
    }

    [Test]
    public async Task Person_AddedWithFaults_SaysAllOfThemAndKeepsWhatWasTyped()
    {
        var page = await _admin.OpenAsync("/administration/people/new");

        page = await page.Form("userName").Fill("name", "Någon Ny").Fill("userName", "ingen adress").Fill("roles[0].from", "2026-05-01").Fill("roles[0].to", "2026-01-01").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["userName", "password", "unitId", "roles[0].unitId", "roles[0].to"]));
            Assert.That(page.Form("userName").Value("name"), Is.EqualTo("Någon Ny"));
            Assert.That(page.Form("userName").Value("roles[0].to"), Is.EqualTo("2026-01-01"));
        }
    }

    [Test]
    public async Task Person_AddedWithARoleInNoUnit_HoldsItWhereSheWorks()
    {
        var page = await _admin.OpenAsync("/administration/people/new");

        page = await page.Form("userName").Fill("name", "Ny Kollega").Fill("userName", "ny.kollega@example.org").Fill("password", "ett långt lösenord").Fill("unitId", _world.Cases.OtherUnit.Value.ToString()).SubmitAsync();

        Assert.That(page.Form("roles[0].role").Value("roles[0].unitId"), Is.EqualTo(_world.Cases.OtherUnit.Value.ToString()));
    }

    [Test]
    public async Task Person_RolesChanged_AddsOneAndTakesOneAway()
    {
        var page = await OpenPersonAsync("colleague");

        page = await page.Form("roles[0].role").Fill("roles[1].role", "analyst").Check("roles[0].remove").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf("[role=status]"), Is.EqualTo("Rollerna är ändrade."));
            Assert.That(page.Form("roles[0].role").Value("roles[0].role"), Is.EqualTo("analyst"));
            Assert.That(page.Form("roles[0].role").Value("roles[1].role"), Is.Empty);
        }
    }

    [Test]
    public async Task Person_LastAdministrator_StaysOne()
    {
        var page = await OpenPersonAsync("admin");
        var place = page.Form("roles[0].role").Fields.Where(field => field.EndsWith("].role", StringComparison.Ordinal)).First(field => page.Form("roles[0].role").Value(field) == "administrator");

        page = await page.Form("roles[0].role").Check(place.Replace(".role", ".remove", StringComparison.Ordinal)).SubmitAsync();

        Assert.That(page.Errors, Has.One.Contains("administratör"));
    }

    [Test]
    public async Task Person_FactsChanged_AreChanged()
    {
        var page = await OpenPersonAsync("outsider");

        page = await page.Form("userName").Fill("name", "Nytt Namn").Fill("language", "en").Fill("protectedIdentity", "true").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Nytt Namn"));
            Assert.That(page.Form("userName").Value("protectedIdentity"), Is.EqualTo("true"));
        }
    }

    [Test]
    public async Task Person_WithAnAddressThatIsNone_SaysSoAndKeepsIt()
    {
        var page = await OpenPersonAsync("employee");

        page = await page.Form("userName").Fill("userName", "ingen adress").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["userName"]));
            Assert.That(page.Form("userName").Value("userName"), Is.EqualTo("ingen adress"));
        }
    }

    [Test]
    public async Task Person_ChangedMeanwhile_ShowsBoth()
    {
        var (mine, theirs) = (await OpenPersonAsync("rep"), await OpenPersonAsync("rep"));
        await theirs.Form("userName").Fill("name", "Deras Namn").SubmitAsync();

        var page = await mine.Form("userName").Fill("name", "Mitt Namn").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf(".notice"), Does.Contain("Deras Namn"));
            Assert.That(page.Form("userName").Value("name"), Is.EqualTo("Mitt Namn"));
        }
    }

    [Test]
    public async Task Person_Disabled_CannotSignInUntilEnabled()
    {
        var page = await OpenPersonAsync("analyst");

        page = await page.Form("disabled").SubmitAsync();
        Assert.That(page.Text, Does.Contain("Personen kan inte logga in."));
        page = await page.Form("disabled").SubmitAsync();

        Assert.That(page.TextOf("[role=status]"), Is.EqualTo("Kontot är öppet igen."));
    }

    [Test]
    public async Task Person_Absence_IsSetForHer()
    {
        var page = await OpenPersonAsync("head");

        page = await page.Form("absences[0].from").Fill("absences[0].from", "2031-07-01").Fill("absences[0].to", "2031-07-31").SubmitAsync();

        Assert.That(page.Form("absences[0].from").Value("absences[0].to"), Is.EqualTo("2031-07-31"));
    }

    [Test]
    public async Task Policy_Opened_SaysEveryRuleAndItsLegalLimit()
    {
        var page = await _admin.OpenAsync("/administration/follow-up-policy");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts(".rows > li"), Has.Count.EqualTo(27));
            Assert.That(page.Text, Does.Contain("24 timmar efter att arbetsgivaren fick veta").And.Contain("Högst 24 timmar enligt lag"));
        }
    }

    [Test]
    public async Task PolicyRule_Shortened_HoldsAndLeavesTheOthers()
    {
        var page = await _admin.OpenAsync("/administration/follow-up-policy/R8");

        page = await page.Form("version").Fill("rules[0].due.number", "48").Fill("rules[0].remindAt[2].number", "30").Fill("rules[0].remindAt[2].unit", "hours").SubmitAsync();

        var policy = (await _world.Cases.GetAsync("admin", "/follow-up-policy")).Body;
        var rule = Rule(policy, "R8");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Is.EqualTo("/administration/follow-up-policy?done=true"));
            Assert.That((string)rule["due"]!, Is.EqualTo("PT48H"));
            Assert.That(rule["remindAt"]!.AsArray().Select(step => (string)step!), Is.EqualTo((string[])["PT24H", "PT48H", "PT30H"]));
            Assert.That((string)Rule(policy, "R16")["remindAt"]![0]!, Is.EqualTo("-P14D"));
        }
    }

    [Test]
    public async Task PolicyRule_LengthenedBeyondTheLaw_IsRefusedAndKept()
    {
        var page = await _admin.OpenAsync("/administration/follow-up-policy/R3");

        page = await page.Form("version").Fill("rules[0].due.number", "72").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Errors, Has.One.Contains("arbetsmiljölagen"));
            Assert.That(page.Form("version").Value("rules[0].due.number"), Is.EqualTo("72"));
        }
    }

    [Test]
    public async Task PolicyRule_ThatIsNoNumber_IsSaidAtTheField()
    {
        var page = await _admin.OpenAsync("/administration/follow-up-policy/R9");

        page = await page.Form("version").Fill("rules[0].escalateAt.number", "snart").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Errors, Has.Count.EqualTo(1));
            Assert.That(page.Form("version").Value("rules[0].escalateAt.number"), Is.EqualTo("snart"));
        }
    }

    [Test]
    public async Task PolicyRule_WithAnExactDuration_KeepsIt()
    {
        var policy = await _world.Cases.GetAsync("admin", "/follow-up-policy");
        var body = policy.Body;
        Rule(body, "R11")["due"] = "P30DT12H";
        var put = await _world.Cases.SendAsync("admin", "PUT", "/follow-up-policy", body.ToJsonString(), ("If-Match", policy.ETag!));
        Assert.That(put.Status, Is.EqualTo(HttpStatusCode.OK), put.Text);
        var page = await _admin.OpenAsync("/administration/follow-up-policy/R11");
        Assert.That(page.Form("version").Value("rules[0].due"), Is.EqualTo("P30DT12H"));

        await page.Form("version").Fill("rules[0].ground", "Vår rutin").SubmitAsync();

        var rule = Rule((await _world.Cases.GetAsync("admin", "/follow-up-policy")).Body, "R11");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)rule["due"]!, Is.EqualTo("P30DT12H"));
            Assert.That((string)rule["ground"]!, Is.EqualTo("Vår rutin"));
        }
    }

    [Test]
    public async Task PolicyRule_ChangedMeanwhile_ShowsBoth()
    {
        var (mine, theirs) = (await _admin.OpenAsync("/administration/follow-up-policy/R12"), await _admin.OpenAsync("/administration/follow-up-policy/R12"));
        await theirs.Form("version").Fill("rules[0].due.number", "80").SubmitAsync();

        var page = await mine.Form("version").Fill("rules[0].due.number", "70").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf(".panel"), Does.Contain("80 dagar"));
            Assert.That(page.Form("version").Value("rules[0].due.number"), Is.EqualTo("70"));
            Assert.That((await page.Form("version").SubmitAsync()).Address, Does.EndWith("?done=true"));
        }
    }

    [Test]
    public async Task PolicyTimes_ThatAreNone_AreSaidAtTheFields()
    {
        var page = await _admin.OpenAsync("/administration/follow-up-policy");

        page = await page.Form("version").Fill("quietHours.from", "sent").Fill("quietHours.to", "06:00").Fill("digestAt", "7").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["quietHours.from", "digestAt"]));
            Assert.That(page.Form("version").Value("quietHours.from"), Is.EqualTo("sent"));
        }
    }

    [Test]
    public async Task PolicyTimes_Emptied_MeanNeverQuiet()
    {
        var page = await _admin.OpenAsync("/administration/follow-up-policy");

        page = await page.Form("version").Fill("quietHours.from", string.Empty).Fill("quietHours.to", string.Empty).Fill("digestAt", "08:15").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Form("version").Value("digestAt"), Is.EqualTo("08:15"));
            Assert.That(page.Form("version").Value("quietHours.from"), Is.Empty);
        }
    }

    [Test]
    public async Task SupportDirectory_AddedByTheCoordinator_IsReadByEveryone()
    {
        var page = await (await _world.AsAsync("coordinator")).OpenAsync($"/administration/support-directory?unit={_world.Cases.Unit.Value}");

        page = await page.Form("items[0].title").Fill("items[0].measure", "relieving_talk").Fill("items[0].title", "Samtal samma dag").Fill("items[0].phone", "010-11 22 33").SubmitAsync();
        Assert.That(page.TextOf("[role=status]"), Does.StartWith("Så här står det nu"));
        var support = await (await _world.AsAsync("employee")).OpenAsync("/support");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(support.Text, Does.Contain("Samtal samma dag"));
            Assert.That(support.Has("a[href='tel:010112233']"), Is.True);
        }
    }

    [Test]
    public async Task SupportDirectory_WithFaults_SaysThemAndKeepsWhatWasTyped()
    {
        var page = await _admin.OpenAsync("/administration/support-directory");

        page = await page.Form("items[0].title").Fill("items[0].phone", "010").Fill("items[0].url", "http://osäkert.example").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["items[0].measure", "items[0].title", "items[0].url"]));
            Assert.That(page.Form("items[0].title").Value("items[0].phone"), Is.EqualTo("010"));
        }
    }

    [Test]
    public async Task SupportDirectory_Manager_IsToldNo() =>
        Assert.That((await (await _world.AsAsync("manager")).OpenAsync("/administration/support-directory")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task Mail_AfterAReport_SaysToWhomAndWhyWithoutContent()
    {
        await _world.Cases.ReportAsync(more: report => report["description"] = "Hemlig text");

        var page = await _admin.OpenAsync("/administration/mail");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Texts("tbody tr"), Has.Some.Contains("Kvitto på en rapport"));
            Assert.That(page.Source, Does.Not.Contain("Hemlig text"));
        }
    }

    [Test]
    public async Task Mail_Test_SaysWhatTheServerSaid() =>
        Assert.That((await (await _admin.OpenAsync("/administration/mail")).Form("Skicka ett provmejl till mig").SubmitAsync()).TextOf("[role=status]"), Does.Contain("admin@example.org"));

    [Test]
    public async Task Mail_OfNoSuchState_ShowsAll() => Assert.That((await _admin.OpenAsync("/administration/mail?state=lost")).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Campaign_AddedAndChangedByAManager_IsThere()
    {
        var manager = await _world.AsAsync("manager");
        var page = await manager.OpenAsync("/administration/campaigns");

        page = await page.Form("/administration/campaigns").Fill("name", "Uppropet").Fill("firstSeen", "2026-09-01").Check("platforms", "social_media_public").SubmitAsync();
        Assert.That(page.Text, Does.Contain("Uppropet").And.Contain("pågår"));
        page = await page.FollowAsync("Uppropet");
        page = await page.Form("version").Fill("lastSeen", "2026-10-01").SubmitAsync();

        Assert.That(page.Text, Does.Contain("1 september till 1 oktober"));
    }

    [Test]
    public async Task Campaign_WithFaults_SaysThemAndKeepsWhatWasTyped()
    {
        var page = await _admin.OpenAsync("/administration/campaigns");

        page = await page.Form("/administration/campaigns").Fill("firstSeen", "2026-09-01").Fill("code", "små bokstäver").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["name", "code"]));
            Assert.That(page.Form("/administration/campaigns").Value("code"), Is.EqualTo("små bokstäver"));
        }
    }

    [Test]
    public async Task Campaigns_Employee_IsToldNo() =>
        Assert.That((await (await _world.AsAsync("employee")).OpenAsync("/administration/campaigns")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task Feedback_FromAStranger_ReachesTheAdministratorAndIsTakenAway()
    {
        var sent = await (await _world.Stranger().OpenAsync("/accessibility")).Form("/accessibility").Fill("text", "Knappen syns inte i mörkt läge.").Fill("contact", "anna@example.org").SubmitAsync();
        Assert.That(sent.TextOf("[role=status]"), Does.StartWith("Tack."));
        var page = await _admin.OpenAsync("/administration/feedback");
        Assert.That(page.Text, Does.Contain("Knappen syns inte i mörkt läge.").And.Contain("anna@example.org"));

        page = await page.Form("feedback").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("Inga synpunkter väntar."));
            Assert.That((await _admin.OpenAsync("/administration/mail")).Texts("tbody tr"), Has.Some.Contains("Synpunkt på tjänsten"));
        }
    }

    private static JsonObject Rule(JsonObject policy, string rule) => policy["rules"]!.AsArray().Select(one => one!.AsObject()).Single(one => (string)one["rule"]! == rule);

    private async Task<string> AddUnitAsync(string name)
    {
        var reply = await _world.Cases.PostAsync("admin", "/units", new { name, parentId = _world.Cases.Department.Value });
        return (string)reply.Body["id"]!;
    }

    private Task<Page> OpenUnitAsync(string id) => _admin.OpenAsync($"/administration/units/{id}");

    private Task<Page> OpenPersonAsync(string name) => _admin.OpenAsync($"/administration/people/{_world.Cases.IdOf(name)}");
}
