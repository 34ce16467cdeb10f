namespace IncidentReporting.Web.Tests.Incidents.Handling;

internal sealed class SupportTests
{
    private string _case = null!;

    [SetUp]
    public async Task AssessAsync() => _case = await PageWorld.Shared.Cases.AssessedAsync();

    [Test]
    public async Task Offer_OfSeveralMeasures_MakesAnOfferOfEach()
    {
        var page = await (await OpenAsync("support/new?measure=peer_support")).Form("measures").Check("measures", "relieving_talk", "occupational_health")
            .Fill("note", "Ring företagshälsovården.").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", _case);
        var offers = seen["support"]!["offers"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=offered"));
            Assert.That(offers.Select(offer => (string)offer!["measure"]!), Is.EquivalentTo((string[])["peer_support", "relieving_talk", "occupational_health"]));
            Assert.That(offers.Select(offer => (string)offer!["note"]!), Is.All.EqualTo("Ring företagshälsovården."));
        }
    }

    [Test]
    public async Task Offer_OfNothing_AsksForAMeasureAndKeepsTheWords()
    {
        var page = await (await OpenAsync("support/new")).Form("measures").Fill("note", "Klockan tre.").Fill("expiresOn", "snart").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["measures", "expiresOn"]));
            Assert.That(page.Form("measures").Value("note"), Is.EqualTo("Klockan tre."));
        }
    }

    [Test]
    public async Task Offer_MadeAndDeclinedBefore_SaysSo()
    {
        var offer = await OfferAsync();
        await PageWorld.Shared.Cases.PatchAsync("employee", $"/incidents/{_case}/support-offers/{offer}", new { answer = "declined" });

        Assert.That((await OpenAsync("support/new")).Text, Does.Contain("svaret var nej"));
    }

    [Test]
    public async Task Answer_ByTheExposedPerson_IsKept()
    {
        var offer = await OfferAsync();
        var page = await OpenAsync($"support/{offer}", "employee");
        var after = await page.Form("answer").Fill("answer", "later").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("employee", _case);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Form("answer").Fields, Has.None.EqualTo("deliveredAt"));
            Assert.That(after.Address, Does.EndWith("?done=offer_answered"));
            Assert.That((string)seen["support"]!["offers"]![0]!["answer"]!, Is.EqualTo("later"));
        }
    }

    [Test]
    public async Task Answer_OfNothing_AsksForOne()
    {
        var offer = await OfferAsync();

        Assert.That((await (await OpenAsync($"support/{offer}", "employee")).Form("answer").SubmitAsync()).ErrorAt("answer"), Is.EqualTo("Välj ett svar."));
    }

    [Test]
    public async Task Offer_DeliveredAndEnded_IsKeptByDay()
    {
        var offer = await OfferAsync();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var page = await (await OpenAsync($"support/{offer}")).Form("answer").Fill("deliveredAt", $"{today.AddDays(-1):yyyy-MM-dd}").SubmitAsync();
        var seen = await PageWorld.Shared.Cases.ReadAsync("manager", _case);
        var again = (await OpenAsync($"support/{offer}")).Form("answer");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Address, Does.EndWith("?done=offer_delivered"));
            Assert.That(seen["support"]!["offers"]![0]!["deliveredAt"], Is.Not.Null);
            Assert.That(again.Value("deliveredAt"), Is.EqualTo($"{today.AddDays(-1):yyyy-MM-dd}"));
        }
    }

    [Test]
    public async Task Offer_DeliveredInTheFuture_IsRefusedAtTheDay()
    {
        var offer = await OfferAsync();
        var page = await (await OpenAsync($"support/{offer}")).Form("answer").Fill("answer", "accepted").Fill("deliveredAt", "2099-01-01").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["deliveredAt"]));
            Assert.That(page.Form("answer").Value("answer"), Is.EqualTo("accepted"));
            Assert.That(page.Form("answer").Value("deliveredAt"), Is.EqualTo("2099-01-01"));
        }
    }

    private async Task<string> OfferAsync() =>
        (string)(await PageWorld.Shared.Cases.DoAsync("manager", _case, "support-offers", new { measure = "relieving_talk" }))["support"]!["offers"]![0]!["id"]!;

    private async Task<Page> OpenAsync(string part, string person = "manager") => await (await PageWorld.Shared.AsAsync(person)).OpenAsync($"/incidents/{_case}/{part}");
}
