using System.Net;
using System.Text;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Web.Tests.Reports;

internal sealed class EvidenceTests
{
    private Browser _employee = null!;
    private string _case = null!;

    [SetUp]
    public async Task SendAsync()
    {
        _employee = await PageWorld.Shared.AsAsync("employee");
        _case = Reporting.IdOf(await Reporting.SendAsync(_employee));
    }

    [Test]
    public async Task File_Added_IsKeptAsItIs()
    {
        var page = await Add((await OpenAsync()).Form("file"), Encoding.UTF8.GetBytes("Hej igen"));

        var report = await PageWorld.Shared.Cases.ReadAsync("employee", _case);
        var kept = report["attachments"]!.AsArray().Single()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Has(".notice.ok"));
            Assert.That(page.Text, Does.Contain("sms.txt"));
            Assert.That((string?)kept["type"], Is.EqualTo("message_export"));
            Assert.That((long)kept["size"]!, Is.EqualTo(8));
            Assert.That((string?)kept["capturedAt"], Does.StartWith("2026-01-10T"));
        }
    }

    [Test]
    public async Task File_LeftOut_IsAskedForAndTheRestKept()
    {
        var page = await (await OpenAsync()).Form("file").Fill("description", "Från gruppen.").SubmitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.WrongFields, Is.EqualTo(["file"]));
            Assert.That(page.Form("file").Value("description"), Is.EqualTo("Från gruppen."));
        }
    }

    [Test]
    public async Task File_OfMoreThan30MiB_IsTaken()
    {
        var page = await Add((await OpenAsync()).Form("file"), new byte[31 * 1024 * 1024]);

        Assert.That(page.Has(".notice.ok"), page.ToString());
    }

    [Test]
    public async Task File_Larger_IsRefusedOnThePage()
    {
        var page = await Add((await OpenAsync()).Form("file"), new byte[(50 * 1024 * 1024) + 1]);

        Assert.That(page.ErrorAt("file"), Does.Contain("50 MB"));
    }

    [Test]
    public async Task File_WithAForgedToken_IsRefusedAndNotKept()
    {
        var form = (await OpenAsync()).Form("file").Forge(Form.AntiforgeryField, "forged");

        (await Add(form, [1, 2, 3])).Is(HttpStatusCode.BadRequest);

        Assert.That((await PageWorld.Shared.Cases.ReadAsync("employee", _case))["attachments"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Token_InAFormWithAFile_StandsBeforeIt() => Assert.That((await OpenAsync()).Form("file").Fields[0], Is.EqualTo(Form.AntiforgeryField));

    [Test]
    public async Task File_WithMoreToTell_KeepsItAll()
    {
        var form = (await OpenAsync()).Form("file");
        foreach (var name in (string[])["capturedBy", "accountHandle", "platform", "originalKeptWhere", "witnessOfCapture"])
        {
            form.Fill(name, $"ord om {name}");
        }

        await Add(form, [1, 2, 3]);

        var kept = (await PageWorld.Shared.Cases.ReadAsync("employee", _case))["attachments"]![0]!;
        Assert.That(((string[])["capturedBy", "accountHandle", "platform", "originalKeptWhere", "witnessOfCapture"]).Select(name => (string?)kept[name]), Has.All.StartWith("ord om "));
    }

    [Test]
    public async Task Help_AskedFor_StandsAmongTheWishes()
    {
        var page = await (await OpenAsync()).Form("Be om hjälp med bevisen").SubmitAsync();

        Assert.That(page.Has(".notice.ok"));
        Assert.That((await PageWorld.Shared.Cases.ReadAsync("employee", _case))["wishes"]!["support"].Strings(), Is.EqualTo(["help_evidence_takedown"]));
    }

    [Test]
    public async Task Evidence_OfSomebodyElse_IsNotFound() =>
        (await (await PageWorld.Shared.AsAsync("outsider")).OpenAsync($"/report/{_case}/more/evidence")).Is(HttpStatusCode.NotFound);

    [Test]
    public async Task Evidence_HandledByTheRepresentative_IsTakenFromHer()
    {
        var page = await (await PageWorld.Shared.AsAsync("rep")).OpenAsync($"/report/{_case}/more/evidence");

        Assert.That((await Add(page.Form("file"), [1, 2, 3])).Has(".notice.ok"));
    }

    private async Task<Page> OpenAsync() => (await _employee.OpenAsync($"/report/{_case}/more/evidence")).Is(HttpStatusCode.OK);

    private static Task<Page> Add(Form form, byte[] content) =>
        form.Attach("file", "sms.txt", content).Fill("type", "message_export").Fill("capturedAt", "2026-01-10").SubmitAsync();
}
