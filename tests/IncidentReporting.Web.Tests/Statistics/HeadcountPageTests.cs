using System.Net;
using System.Text;

namespace IncidentReporting.Web.Tests.Statistics;

/// <summary>How many work where: read by all, taken in by file, by hand or as the month before.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class HeadcountPageTests
{
    private const string Address = "/statistics/headcounts";
    private const string Headings = "enhet;yrkesgrupp;månad;antal anställda;årsarbetare\n";

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

    private string Unit => _world.Cases.Unit.Value.ToString();

    private static string ThisMonth => DateTime.UtcNow.AddHours(1).ToString("yyyy-MM");

    [Test, Order(1)]
    public async Task Page_BeforeAnyFigures_SaysWhatWillBeHere()
    {
        var employee = (await (await _world.AsAsync("employee")).OpenAsync(Address)).Is(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(employee.Text, Does.Contain("Inga tal är inlagda än."));
            Assert.That(employee.Document.QuerySelectorAll("main form"), Is.Empty);
            Assert.That((await _admin.OpenAsync(Address)).Text, Does.Contain("Ladda upp en fil eller lägg in en enhet"));
        }
    }

    [Test]
    public async Task Page_SomeoneNotSignedIn_IsShownTheWayIn() => Assert.That((await _world.Stranger().OpenAsync(Address)).Path, Is.EqualTo("/sign-in"));

    [Test]
    public async Task Form_OfAnEmployee_IsRefused()
    {
        var employee = await _world.AsAsync("employee");

        var token = (await employee.OpenAsync(Address)).Form("returnUrl").Value(Form.AntiforgeryField)!;
        foreach (var handler in (string[])["Carry", "Count", "Upload"])
        {
            Assert.That((await employee.PostAsync($"{Address}?handler={handler}", (Form.AntiforgeryField, token), ("month", ThisMonth))).Status, Is.EqualTo(HttpStatusCode.Forbidden), handler);
        }
    }

    [Test]
    public async Task Count_Typed_StandsInTheTable()
    {
        var page = await _admin.OpenAsync(Address);

        page = await CountForm(page).Fill("[0].unitId", Unit).Fill("[0].occupationalGroup", "needs_assessor").Fill("[0].month", ThisMonth).Fill("[0].headcount", "18,5").Fill("[0].fte", "16").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf("[role=status]"), Is.EqualTo("Inlagt: 1 rader, varav 1 nya och 0 ändrade."));
            Assert.That(page.Text, Does.Contain("18,5").And.Contain("den här månaden"));
        }
    }

    [Test]
    public async Task Count_TypedWrongly_SaysSoAndKeepsWhatWasTyped()
    {
        var page = await _admin.OpenAsync(Address);

        page = await CountForm(page).Fill("[0].occupationalGroup", "needs_assessor").Fill("[0].headcount", "tio").SubmitAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["[0].headcount"]));
            Assert.That(CountForm(page).Value("[0].headcount"), Is.EqualTo("tio"));
        }

        page = await CountForm(page).Fill("[0].headcount", "10").Fill("[0].fte", "90").SubmitAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EquivalentTo((string[])["[0].unitId", "[0].fte"]));
            Assert.That(CountForm(page).Value("[0].occupationalGroup"), Is.EqualTo("needs_assessor"));
        }
    }

    [Test]
    public async Task File_WithFaults_NamesEachRowAndTakesInNothing()
    {
        var page = await UploadAsync($"{Headings}{Unit};field_assistant;2025-10;4;4\nGranen;field_assistant;2025-10;5;\n{Unit};field_assistant;2025-1;fem;\n{Unit};field_assistant;2025-10;6;6\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo((string[])["file"]));
            Assert.That(page.ErrorAt("file"), Does.Contain("4 fel"));
            Assert.That(page.Texts("[aria-labelledby=faults] tbody th"), Is.EqualTo((string[])["Rad 3", "Rad 4", "Rad 4", "Rad 5"]));
            Assert.That(page.Texts("[aria-labelledby=faults] tbody td:nth-child(2)"), Is.EquivalentTo((string[])["enhet", "månad", "antal anställda", "–"]));
            Assert.That((await _admin.OpenAsync(Address)).Text, Does.Not.Contain("Fältassistent4"));
            Assert.That((await _world.Cases.GetAsync("employee", "/headcounts?to=2025-12")).Body["items"]!.AsArray().Select(row => (string)row!["occupationalGroup"]!), Has.None.EqualTo("field_assistant"));
        }
    }

    [Test]
    public async Task File_ThatIsNone_IsAskedFor()
    {
        var page = await (await _admin.OpenAsync(Address)).Form("file").SubmitAsync();

        Assert.That(page.ErrorAt("file"), Is.EqualTo("Välj en fil."));
    }

    [Test]
    public async Task File_TooLarge_IsRefused() => Assert.That((await UploadAsync(new string(' ', (2 * 1024 * 1024) + 1))).ErrorAt("file"), Does.Contain("2 MB"));

    [Test]
    public async Task File_OfTheMonthBefore_CanBeCarriedOnIntoThisOne()
    {
        var before = DateTime.UtcNow.AddHours(1).AddMonths(-1).ToString("yyyy-MM");
        var page = await UploadAsync($"{Headings}{_world.Cases.OtherUnit.Value};counsellor_school;{before};7;6,5\n");
        Assert.That(page.Text, Does.Contain("förra månaden"));

        page = await page.Form("/statistics/headcounts?handler=Carry").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.TextOf("[role=status]"), Is.EqualTo("Inlagt: 1 rader, varav 1 nya och 0 ändrade."));
            Assert.That(page.Document.QuerySelector("form[action*=Carry]"), Is.Null);
        }
    }

    [Test]
    public async Task Template_Fetched_IsAFile()
    {
        var file = await _admin.OpenAsync(Address + "?handler=Template");

        Assert.That(file.Source.TrimStart('\uFEFF'), Does.StartWith("enhets-id;enhet;yrkesgrupp;månad;antal anställda;årsarbetare"));
    }

    [Test]
    public async Task Page_InEnglish_IsShown() =>
        Assert.That((await (await _world.AsAsync("admin", "en")).OpenAsync(Address)).Is(HttpStatusCode.OK).Heading, Is.EqualTo("How many we are"));

    private static Form CountForm(Page page) => page.Form("[0].unitId");

    private async Task<Page> UploadAsync(string text) =>
        await (await _admin.OpenAsync(Address)).Form("file").Attach("file", "antal.csv", Encoding.UTF8.GetBytes(text), "text/csv").SubmitAsync();
}
