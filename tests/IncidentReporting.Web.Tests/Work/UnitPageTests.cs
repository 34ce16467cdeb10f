using System.Globalization;
using System.Net;

namespace IncidentReporting.Web.Tests.Work;

internal sealed class UnitPageTests
{
    private static string Address => $"/units/{PageWorld.Shared.Cases.Unit.Value}";

    [Test]
    public async Task Unit_OfNobody_LeadsToTheSignIn() =>
        Assert.That((await PageWorld.Shared.Stranger().OpenAsync(Address)).Redirects[0], Does.StartWith("/sign-in"));

    [TestCase("employee")]
    [TestCase("private-employee")]
    public async Task Unit_OfNothingOrSomeoneElse_IsNotFound(string name) =>
        (await (await PageWorld.Shared.AsAsync(name)).OpenAsync(name == "employee" ? $"/units/{Guid.NewGuid()}" : Address)).Is(HttpStatusCode.NotFound);

    [Test]
    public async Task Unit_ForAnEmployee_NamesWhoAnswersForItWithoutAForm()
    {
        var page = await (await PageWorld.Shared.AsAsync("employee")).OpenAsync(Address);

        using (Assert.EnterMultipleScope())
        {
            page.Is(HttpStatusCode.OK);
            Assert.That(page.Text, Does.Contain("Person manager").And.Contain("Person deputy").And.Contain("Person rep").And.Contain("Person headrep"));
            Assert.That(page.Document.QuerySelector("main form"), Is.Null);
        }
    }

    [Test]
    public async Task Routine_Reviewed_IsNotedByTheManager()
    {
        var manager = await PageWorld.Shared.AsAsync("manager");
        var wrong = await (await manager.OpenAsync(Address)).Form("reviewedOn").Fill("reviewedOn", "2199-01-01").Fill("drilledOn", "i mars").SubmitAsync();
        var future = await wrong.Form("reviewedOn").Fill("drilledOn", string.Empty).SubmitAsync();
        var day = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var reviewed = await future.Form("reviewedOn").Fill("reviewedOn", day).SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((wrong.WrongFields, wrong.Document.QuerySelector("[name=drilledOn]")!.GetAttribute("value")), Is.EqualTo(((string[])["drilledOn"], "i mars")));
            Assert.That(future.WrongFields, Is.EqualTo((string[])["reviewedOn"]));
            Assert.That(reviewed.TextOf("[role=status]"), Does.Contain("Det är noterat."));
        }
    }

    [Test]
    public async Task Routine_OfAnotherUnit_IsNotForThisManager()
    {
        var page = await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/units/{PageWorld.Shared.Cases.OtherUnit.Value}");

        Assert.That(page.Document.QuerySelector("main form"), Is.Null);
    }
}
