using System.Globalization;
using System.Text.Json.Nodes;
using IncidentReporting.Browser.Tests.Accessibility;
using IncidentReporting.Web.Tests.Reports;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Walking;

/// <summary>Every page, as every role is shown it: without a fault that axe knows, light and dark, and without scrolling sideways when enlarged four times.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class EveryPageTests
{
    /// <summary>Pages that no link leads to, by who opens them; to them come those of <see cref="PrepareAsync"/>.</summary>
    private static readonly Dictionary<string, string[]> WithoutLink = new(StringComparer.Ordinal)
    {
        [Nobody] = ["/sign-in", "/settings", "/accessibility", "/pulse/thanks", "/design", "/no/such/page"],
        ["employee"] = ["/incidents/2020-999999"],
        ["analyst"] = ["/statistics/reports/yearly", "/statistics/reports/quarterly"],
    };

    /// <summary>Addresses that only take a form, or that only stand in for another page.</summary>
    private static readonly string[] NoPages = ["/sign-out", "/problem", "/leave"];

    private const string Nobody = "nobody";

    private Walk _walk = null!;

    private static IEnumerable<string> People() => Walk.People.Select(person => person ?? Nobody);

    [OneTimeSetUp]
    public async Task WalkAsync()
    {
        var prepared = await PrepareAsync();
        _walk = new Walk(RunSetUp.Site.Address);
        foreach (var person in Walk.People)
        {
            await _walk.FollowAsync(person, [.. WithoutLink.GetValueOrDefault(person ?? Nobody, []), .. prepared.Where(page => page.Person == (person ?? Nobody)).Select(page => page.Address)]);
        }
    }

    /// <summary>The pages that follow from a report: of one that is begun, of one that is sent and of a sheet.</summary>
    private static async Task<string[]> ReportAsync()
    {
        using var employee = new Web.Tests.Browser(RunSetUp.Site.Address, "sv");
        await employee.SignInAsync(Visit.AddressOf("employee"), Visit.Password);
        var draft = await Reporting.BeginAsync(employee);
        var receipt = await Reporting.SendAsync(employee);
        var sheet = (await employee.OpenAsync("/report/batch")).Form().Fill("safeNow", "yes").Fill("incidents[0].kinds", "physical_violence");
        return [draft.Path, $"{draft.Path}/safety", receipt.Path, (await sheet.SubmitAsync("Skicka alla")).Address];
    }

    // By periods as short as they may be, and never released.
    private static async Task<string> ProposeErasureAsync()
    {
        await using var officer = await Visit.StartAsync("dpo");
        await officer.PutAsync("/retention", new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["id"] = "case", ["period"] = "P15M" }) });
        return (string)(await officer.PostAsync("/retention/runs", []))["id"]!;
    }

    // What else the demonstration lacks: evidence, a report about a colleague, a counterpart who is named.
    private static async Task<IReadOnlyList<(string Person, string Address)>> PrepareAsync()
    {
        await using var employee = await Visit.StartAsync("employee");
        await using var colleague = await Visit.StartAsync("colleague");
        var me = (string)(await employee.ReadAsync("/me"))["id"]!;
        var report = await employee.ReportAsync(report => report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = "En person", ["identityGround"] = "work_environment" });
        var id = (string)report["id"]!;
        var evidence = await employee.AttachAsync(id);
        var about = await colleague.ReportAsync(report => report["exposed"] = new JsonArray(new JsonObject { ["userId"] = me, ["role"] = "direct" }));
        var hidden = await employee.ReportAsync(report => report["protectedIdentity"] = true);
        var asked = await employee.PostAsync($"/incidents/{id}/takedowns", new JsonObject { ["platform"] = "Ett forum", ["at"] = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        var run = await ProposeErasureAsync();
        await using var representative = await Visit.StartAsync("rep");
        var request = await representative.PostAsync("/measure-requests", new JsonObject { ["text"] = "Larm i besöksrummen.", ["answerBy"] = DateTime.Today.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        var stop = await representative.PostAsync("/work-stops", new JsonObject { ["scope"] = "Ensambesök på kvällen.", ["grounds"] = "Hot i natt.", ["loneWork"] = true });
        return
        [
            .. ((string[])["rep", "manager"]).SelectMany(person => ((string, string)[])[(person, $"/measure-requests/{request["id"]}"), (person, $"/work-stops/{stop["id"]}")]),
            .. (await ReportAsync()).Select(address => ("employee", address)),
            .. ((string[])["kind", "channel", "place", "counterpart", "consequences", "wishes", "evidence", "contact", "identity"]).Select(step => ("employee", $"/report/{id}/more/{step}")),
            (Nobody, await Journeys.PulseJourneys.LinkAsync()),
            ("employee", $"/incidents/{report["number"]}"),
            ("employee", $"/incidents/{report["number"]}/evidence/{evidence}"),
            ("employee", $"/incidents/{report["number"]}/takedowns/{asked["takedowns"]![0]!["id"]}"),
            ("manager", $"/incidents/{hidden["number"]}/protected-identity"),
            ("dpo", $"/administration/retention/{run}"),
            ("employee", $"/incidents/{about["number"]}"),
            ("employee", $"/incidents/{about["number"]}/take-over"),
            ("manager", $"/incidents/{report["number"]}"),
            ("rep", $"/incidents/{report["number"]}"),
            ("rep", $"/incidents/{report["number"]}/identity"),
        ];
    }

    [Test]
    public void Pages_OfEveryRole_AreAllReached() =>
        Assert.That(PageRoutes.All.Except(_walk.Reached).Except(NoPages), Is.Empty, "opened by nobody: link to it, or name its address in WithoutLink");

    [Test]
    public void Links_OfEveryRole_LeadSomewhere() => Assert.That(_walk.Broken.Where(link => link.StartsWith("linked", StringComparison.Ordinal)), Is.Empty);

    [TestCaseSource(nameof(People))]
    public async Task Pages_OfTheRole_HaveNoFault(string person)
    {
        var faults = new List<string>();
        var found = _walk.Found.Where(page => (page.Person ?? Nobody) == person).ToList();
        if (found.Count > 0)
        {
            await using var visit = await Visit.StartAsync(found[0].Person);
            foreach (var page in found)
            {
                await visit.Page.GotoAsync(page.Address);
                faults.AddRange((await FaultsAsync(visit)).Select(fault => $"{page.Route} ({page.Address}) {fault}"));
            }
        }

        TestContext.Out.WriteLine($"{found.Count} pages looked at as {person}");
        Assert.That(faults, Is.Empty);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(Visit visit)
    {
        var page = visit.Page;
        await page.SetViewportSizeAsync(Look.Desktop.Width, Look.Desktop.Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        var faults = new List<string>(await Axe.FaultsAsync(page));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        faults.AddRange((await Axe.ContrastFaultsAsync(page)).Select(fault => "dark: " + fault));
        await page.SetViewportSizeAsync(Look.Enlarged.Width, Look.Enlarged.Height);
        if (await visit.OverflowAsync() is > 0 and var overflow)
        {
            faults.Add($"enlarged four times: {overflow} pixels beyond the window, {await visit.WidestAsync()}");
        }

        return faults;
    }
}
