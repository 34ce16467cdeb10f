using System.Net.Http.Headers;
using System.Text;
using IncidentReporting.Application.Statistics;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Tests.Boundaries;

/// <summary>Promise: what people write does nothing where it ends up: in spreadsheets, mail headers, file names, paths, redirects and links.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class NothingIsInjectedTests
{
    private static readonly string[] Formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];

    private TestHost _host = null!;
    private HttpClient _admin = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync();
        await _host.AddPersonAsync("admin@example.org", Role.Administrator);
        await _host.AddPersonAsync("anna@example.org");
        await _host.AddPersonAsync("chef@example.org", Role.Manager);
        _admin = await _host.SignInAsync("admin@example.org");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCaseSource(nameof(Formulas))]
    public void Words_ThatBeginLikeAFormula_AreText(string words) =>
        Assert.That(new CsvText(';').Words(words).EndRow().ToString().TrimStart('"'), Does.StartWith("'"));

    [Test]
    public async Task Unit_NamedLikeAFormula_IsTextInTheTemplateOfHeadcounts()
    {
        using var made = await _admin.PostJsonAsync("/api/v1/units", """{"name": "=HYPERLINK(\"https://elsewhere.example\")"}""");
        Assert.That((int)made.StatusCode, Is.EqualTo(201), await made.Content.ReadAsStringAsync());

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/headcounts/template");
        request.Headers.Accept.ParseAdd("text/csv");
        var text = await (await _admin.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.That(text, Does.Contain("'=HYPERLINK"));
        Assert.That(text.Split('\n').SelectMany(line => line.Split(';', ',')).Select(cell => cell.TrimStart('"')), Has.None.StartsWith("=").And.None.StartsWith("@"));
    }

    [TestCase("Anna\\r\\nBcc: elsewhere@example.org")]
    [TestCase("Anna\\u0000")]
    public async Task Name_WithALineOfItsOwn_IsRefused(string name)
    {
        var unit = (string)(await (await _admin.GetAsync("/api/v1/units")).JsonAsync())["items"]![0]!["id"]!;

        using var answer = await _admin.PostJsonAsync("/api/v1/users", $$"""{"userName": "{{Guid.NewGuid():N}}@example.org", "name": "{{name}}", "password": "ett-långt-lösenord", "unitId": "{{unit}}"}""");

        Assert.That((int)answer.StatusCode, Is.EqualTo(422), await answer.Content.ReadAsStringAsync());
    }

    [TestCase("../../../outside.txt")]
    [TestCase("..\\..\\outside.txt")]
    [TestCase("/etc/outside.txt")]
    [TestCase("a\"; x=outside.txt")]
    public async Task FileName_OfAnyShape_IsNeverAPathAndNeverAHeader(string name)
    {
        var client = await _host.SignInAsync("anna@example.org");
        using var made = await client.PostJsonAsync("/api/v1/incidents", """{"kinds": ["threat_direct.death"], "occurredAt": "2026-01-10T10:00:00Z", "safeNow": "yes"}""");
        var id = (string)(await made.JsonAsync())["id"]!;
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes("bevis"));
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        using var form = new MultipartFormDataContent { file };
        using var attached = await client.PostAsync($"/api/v1/incidents/{id}/attachments", form);
        Assert.That((int)attached.StatusCode, Is.EqualTo(201), await attached.Content.ReadAsStringAsync());
        using var opened = await client.GetAsync($"/api/v1/incidents/{id}/attachments/{(string)(await attached.JsonAsync())["attachments"]![0]!["id"]!}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Directory.GetFiles(_host.Folder, "*outside*", SearchOption.AllDirectories), Is.Empty);
            Assert.That(File.Exists(Path.Combine(_host.Folder, "..", "outside.txt")), Is.False);
            Assert.That(ContentDispositionHeaderValue.TryParse(opened.Content.Headers.GetValues("Content-Disposition").Single(), out var disposition), Is.True);
            Assert.That(disposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(disposition.Parameters.Select(parameter => parameter.Name), Is.SubsetOf((string[])["filename", "filename*"]));
        }
    }

    [Test]
    public async Task Host_MadeUpByTheCaller_ReachesNoLinkAndNoRedirect()
    {
        var client = await _host.SignInAsync("anna@example.org");
        client.DefaultRequestHeaders.Host = "elsewhere.example";
        using var made = await client.PostJsonAsync("/api/v1/incidents", """{"kinds": ["threat_direct.death"], "occurredAt": "2026-01-10T10:00:00Z", "safeNow": "yes"}""");
        using var page = await _host.Client().SendAsync(new HttpRequestMessage(HttpMethod.Get, "/tasks") { Headers = { Host = "elsewhere.example" } });
        var mails = Array.Empty<string>();
        for (var tries = 0; tries < 60 && mails.Length == 0; tries++)
        {
            await Task.Delay(100);
            mails = Directory.Exists(Path.Combine(_host.Folder, "mail")) ? Directory.GetFiles(Path.Combine(_host.Folder, "mail"), "*.eml") : [];
        }

        Assert.That((int)made.StatusCode, Is.EqualTo(201));
        Assert.That(made.Headers.Location?.ToString(), Does.StartWith("/"));
        Assert.That(page.Headers.Location?.ToString(), Does.StartWith("/sign-in"));
        Assert.That(mails, Is.Not.Empty);
        Assert.That(mails.Select(Decoded), Has.None.Contains("elsewhere.example"));
    }

    [TestCase("//elsewhere.example")]
    [TestCase("https://elsewhere.example")]
    [TestCase("/\\\\elsewhere.example")]
    [TestCase("/%0d%0aLocation:%20https://elsewhere.example")]
    public async Task ReturnAddress_Elsewhere_IsNotFollowed(string address)
    {
        using var form = new FormUrlEncodedContent([new("userName", "anna@example.org"), new("password", TestHost.Password), new("returnUrl", address)]);

        using var answer = await _host.Client().PostAsync("/sign-in", form);

        Assert.That((int)answer.StatusCode, Is.InRange(300, 399));
        Assert.That(answer.Headers.Location!.ToString(), Does.Not.StartWith("//").And.Not.StartWith("http").And.Not.StartWith("/\\"));
        Assert.That(answer.Headers.Contains("Refresh"), Is.False);
    }

    private static string Decoded(string file)
    {
        var mail = File.ReadAllText(file);
        var text = new StringBuilder(mail);
        foreach (var part in mail.Split("\r\n\r\n").SelectMany(part => part.Split("\r\n--")).Select(part => part.ReplaceLineEndings(string.Empty)))
        {
            var buffer = new byte[part.Length];
            if (Convert.TryFromBase64String(part, buffer, out var length))
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, length));
            }
        }

        return text.ToString();
    }
}
