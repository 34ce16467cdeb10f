using System.Net;

namespace IncidentReporting.Web.Tests.Reports;

internal sealed class BeginTests
{
    [Test]
    public async Task Begin_WithoutSignIn_AsksForIt() =>
        (await PageWorld.Shared.Stranger().OpenAsync("/report")).IsAt("/sign-in");

    [Test]
    public async Task Answer_Yes_MakesADraftAndAsksWhatHappened()
    {
        var employee = await PageWorld.Shared.AsAsync("employee");

        var page = await Reporting.BeginAsync(employee);

        var draft = await PageWorld.Shared.Cases.ReadAsync("employee", Reporting.IdOf(page));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Heading, Is.EqualTo("Vad har hänt?"));
            Assert.That((string?)draft["state"], Is.EqualTo("draft"));
            Assert.That((string?)draft["safeNow"], Is.EqualTo("yes"));
            Assert.That((string?)draft["occurredPrecision"], Is.EqualTo("about"));
        }
    }

    [TestCase("no")]
    [TestCase("unsure")]
    public async Task Answer_NotSafe_TellsWhatToDoAndLeadsOn(string answer)
    {
        var employee = await PageWorld.Shared.AsAsync("employee");

        var page = await (await employee.OpenAsync("/report")).Form().SubmitAsync($"safeNow={answer}");

        Assert.That(page.Path, Does.EndWith("/safety"));
        Assert.That(page.Has("a[href='tel:112']"));
        page = await page.FollowAsync("Fortsätt berätta");
        Assert.That(page.Heading, Is.EqualTo("Vad har hänt?"));
    }

    [Test]
    public async Task Answer_SentTwice_MakesOneDraft()
    {
        var employee = await PageWorld.Shared.AsAsync("employee");
        var form = (await employee.OpenAsync("/report")).Form();

        var first = await form.SubmitAsync("safeNow=yes");
        var second = await form.SubmitAsync("safeNow=yes");

        Assert.That(second.Path, Is.EqualTo(first.Path));
    }

    [Test]
    public async Task Answer_None_IsAskedForAgain()
    {
        var employee = await PageWorld.Shared.AsAsync("employee");
        var form = (await employee.OpenAsync("/report")).Form();

        var page = await form.Forge("safeNow", "maybe").SubmitAsync("safeNow");

        Assert.That(page.Errors, Is.EqualTo(["Välj ett av de tre svaren."]));
    }

    [Test]
    public async Task Draft_Left_IsOfferedNextTime()
    {
        var employee = await PageWorld.Shared.AsAsync("employee");
        var draft = await Reporting.BeginAsync(employee);

        var page = await employee.OpenAsync("/report");

        Assert.That(page.HasLink(draft.Path));
    }

    [Test]
    public async Task Answer_OfAUnionReader_IsNotAllowed()
    {
        var reader = await PageWorld.Shared.AsAsync("reader");

        (await (await reader.OpenAsync("/report")).Form().SubmitAsync("safeNow=yes")).Is(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Begin_InEnglish_IsInEnglish() =>
        Assert.That((await (await PageWorld.Shared.AsAsync("employee", "en")).OpenAsync("/report")).Heading, Is.EqualTo("Are you safe now?"));
}
