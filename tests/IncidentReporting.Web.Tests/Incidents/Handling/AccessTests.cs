using System.Net;

namespace IncidentReporting.Web.Tests.Incidents.Handling;

/// <summary>Who may open the forms of those who handle a case.</summary>
internal sealed class AccessTests
{
    private static readonly string[] Handlers =
        ["acknowledge", "assess", "support/new", "notify", "close", "transfer", "duplicate", "hand-over", "return"];

    private static readonly string[] All = [.. Handlers, "police", "actions/new", "identity", "exclusions", "protected-identity"];

    private string _case = null!;

    [OneTimeSetUp]
    public async Task ReportAsync() => _case = await PageWorld.Shared.Cases.ReportAsync();

    [TestCaseSource(nameof(All))]
    public async Task Form_OfACaseThatIsNotThere_IsNotFound(string page) =>
        (await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/incidents/2026-999999/{page}")).Is(HttpStatusCode.NotFound);

    [TestCaseSource(nameof(All))]
    public async Task Form_ForSomeoneOutsideTheCase_IsNotFound(string page) =>
        (await (await PageWorld.Shared.AsAsync("outsider")).OpenAsync($"/incidents/{_case}/{page}")).Is(HttpStatusCode.NotFound);

    [TestCaseSource(nameof(All))]
    public async Task Form_WithoutASignIn_LeadsToTheWayIn(string page) =>
        Assert.That((await PageWorld.Shared.Stranger().OpenAsync($"/incidents/{_case}/{page}")).Path, Is.EqualTo("/sign-in"));

    [TestCaseSource(nameof(Handlers))]
    public async Task Form_ForTheExposedPerson_IsForbidden(string page) =>
        (await (await PageWorld.Shared.AsAsync("employee")).OpenAsync($"/incidents/{_case}/{page}")).Is(HttpStatusCode.Forbidden);

    [TestCaseSource(nameof(Handlers))]
    public async Task Form_ForTheRepresentative_IsForbidden(string page) =>
        (await (await PageWorld.Shared.AsAsync("rep")).OpenAsync($"/incidents/{_case}/{page}")).Is(HttpStatusCode.Forbidden);

    [TestCase("police", "employee")]
    [TestCase("actions/new", "rep")]
    [TestCase("identity", "rep")]
    [TestCase("notify", "coordinator")]
    [TestCase("return", "manager")]
    public async Task Form_ForWhoMayUseIt_IsShown(string page, string person) =>
        (await (await PageWorld.Shared.AsAsync(person)).OpenAsync($"/incidents/{_case}/{page}")).Is(HttpStatusCode.OK);

    [TestCase("police", "rep")]
    [TestCase("actions/new", "employee")]
    [TestCase("identity", "manager")]
    public async Task Form_ForAReaderWhoMayNot_IsForbidden(string page, string person) =>
        (await (await PageWorld.Shared.AsAsync(person)).OpenAsync($"/incidents/{_case}/{page}")).Is(HttpStatusCode.Forbidden);

    [TestCase("support")]
    [TestCase("actions")]
    [TestCase("follow-ups")]
    public async Task Form_OfAPartThatIsNotThere_IsNotFound(string part) =>
        (await (await PageWorld.Shared.AsAsync("manager")).OpenAsync($"/incidents/{await PageWorld.Shared.Cases.AssessedAsync()}/{part}/{Guid.CreateVersion7()}")).Is(HttpStatusCode.NotFound);
}
