using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Tests.Harness;

/// <summary>The forms of these tests send what a browser sends.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class FormTests
{
    private const string Start = """
        <!doctype html><html lang="sv"><head><title>Rapportering</title></head><body><main><h1>Prov</h1>
        <form id="plain" method="post" action="/sent?a=1">
          <input type="hidden" name="__RequestVerificationToken" value="token">
          <label>Ord <input name="Word" value="före"></label>
          <label>Text <textarea name="Long">
        rad 1
        rad 2</textarea></label>
          <label><input type="checkbox" name="Kinds" value="a" checked>A</label>
          <label><input type="checkbox" name="Kinds" value="b">B</label>
          <label><input type="checkbox" name="Kinds" value="c" checked disabled>C</label>
          <label><input type="checkbox" name="Bypass" value="true">D</label><input type="hidden" name="Bypass" value="false">
          <label><input type="radio" name="Safe" value="yes">Ja</label>
          <label><input type="radio" name="Safe" value="no" checked>Nej</label>
          <label>Enhet <select name="Unit"><option value="1">Ett</option><option value="2" selected>Två</option></select></label>
          <fieldset disabled><label>Av <input name="Off" value="x"></label></fieldset>
          <button name="step" value="next">Fortsätt</button>
          <button name="step" value="back" formaction="/back">Tillbaka</button>
        </form>
        <label>Utanför <input name="Outside" value="ja" form="plain"></label>
        <form method="get" action="/found"><label>Sök <input name="q"></label><button>Sök ärenden</button></form>
        <form method="post" action="/sent" enctype="multipart/form-data">
          <input type="hidden" name="__RequestVerificationToken" value="token">
          <label>Fil <input type="file" name="File"></label><label>Annan <input type="file" name="Other"></label><button>Ladda upp</button>
        </form></main></body></html>
        """;

    private WebApplication _site = null!;
    private Browser _browser = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        _site = builder.Build();
        _site.MapGet("/", () => Results.Content(Start, "text/html"));
        _site.MapPost("/sent", TellAsync);
        _site.MapPost("/back", () => Results.Redirect("/"));
        _site.MapGet("/found", (HttpRequest request) => Results.Content(request.QueryString.Value, "text/plain"));
        await _site.StartAsync();
        _browser = new Browser(new Uri(_site.Urls.First()), "sv");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task Form_SentAsItStands_SendsAllThatABrowserSends()
    {
        var sent = await (await _browser.OpenAsync("/")).Form("plain").SubmitAsync();

        Assert.That(sent.Source.Split('\n'), Is.EqualTo((string[])
        [
            "__RequestVerificationToken=token", "Word=före", "Long=rad 1\\r\\nrad 2", "Kinds=a", "Bypass=false", "Safe=no", "Unit=2", "step=next", "Outside=ja",
            "origin=" + _browser.Home.GetLeftPart(UriPartial.Authority),
        ]));
    }

    [Test]
    public async Task Form_Filled_SendsWhatWasFilledIn()
    {
        var sent = await (await _browser.OpenAsync("/")).Form("plain")
            .Fill("Word", "efter").Fill("Long", "ny\nrad").Check("Kinds", "b").Uncheck("Kinds", "a").Check("Bypass").Fill("Safe", "yes").Fill("Unit", "Ett").SubmitAsync("Fortsätt");

        Assert.That(sent.Source.Split('\n'), Is.SupersetOf((string[])
            ["Word=efter", "Long=ny\\r\\nrad", "Kinds=b", "Bypass=true,false", "Safe=yes", "Unit=1", "step=next"]));
    }

    [Test]
    public async Task Form_SentByAButtonWithAnAddress_GoesThereAndFollowsTheRedirect()
    {
        var page = await (await _browser.OpenAsync("/")).Form("plain").SubmitAsync("Tillbaka");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Redirects, Is.EqualTo((string[])["/"]));
            Assert.That(page.Heading, Is.EqualTo("Prov"));
        }
    }

    [Test]
    public async Task Form_OfASearch_AsksInTheAddress()
    {
        var found = await (await _browser.OpenAsync("/")).Form("q").Fill("q", "å & b").SubmitAsync();

        Assert.That(found.Source, Is.EqualTo("?q=%C3%A5%20%26%20b"));
    }

    [Test]
    public async Task Form_WithAFile_SendsItAndAnEmptyOneWhereNoneIs()
    {
        var sent = await (await _browser.OpenAsync("/")).Form("File").Attach("File", "bild.png", [1, 2, 3], "image/png").SubmitAsync();

        Assert.That(sent.Source.Split('\n'), Does.Contain("File: bild.png image/png 3").And.Contain("__RequestVerificationToken=token"));
    }

    [Test]
    public async Task Form_FilledWhereNothingIs_SaysWhatIsThere()
    {
        var page = await _browser.OpenAsync("/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => page.Form("plain").Fill("Wrod", "x"), Throws.TypeOf<AssertionException>().With.Message.Contains("Word"));
            Assert.That(() => page.Form("plain").Fill("Unit", "Tre"), Throws.TypeOf<AssertionException>().With.Message.Contains("1, 2"));
            Assert.That(() => page.Form("plain").Fill("Off", "x"), Throws.TypeOf<AssertionException>());
            Assert.That(() => page.Form("plain").Check("Kinds", "c"), Throws.TypeOf<AssertionException>());
            Assert.That(() => page.Form("plain").SubmitAsync("Spara"), Throws.TypeOf<AssertionException>().With.Message.Contains("Fortsätt, Tillbaka"));
            Assert.That(() => page.Form("nothing"), Throws.TypeOf<AssertionException>().With.Message.Contains("plain"));
        }
    }

    [TestCase("<p style=\"color:red\">x</p>", "forbids")]
    [TestCase("<script>x()</script>", "forbids")]
    [TestCase("<p onclick=\"x()\">x</p>", "script in an attribute")]
    [TestCase("<img src=\"https://elsewhere.example/a.png\" alt=\"\">", "from elsewhere")]
    [TestCase("<h1>Två</h1>", "2 main headings")]
    [TestCase("<h3>För djupt</h3>", "level 3 after one of level 1")]
    [TestCase("<p id=\"a\"></p><p id=\"a\"></p>", "2 elements with the id")]
    [TestCase("<input name=\"x\">", "no label")]
    [TestCase("<label>x<input name=\"x\" aria-describedby=\"gone\"></label>", "leads nowhere")]
    [TestCase("<a href=\"#gone\">x</a>", "leads nowhere")]
    [TestCase("<button></button>", "no words")]
    [TestCase("<form method=\"post\"></form>", "no antiforgery field")]
    public void Page_AgainstAHouseRule_IsFound(string html, string fault)
    {
        static IHtmlDocument PageWith(string more) =>
            new HtmlParser().ParseDocument($"<!doctype html><html lang=\"sv\"><title>Rapportering</title><main><h1>Rubrik</h1>{more}</main></html>");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(HouseRules.Broken(PageWith(string.Empty)), Is.Empty);
            Assert.That(HouseRules.Broken(PageWith(html)), Has.One.Contains(fault));
        }
    }

    private static async Task<IResult> TellAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var lines = form.Select(field => $"{field.Key}={field.Value}".Replace("\r\n", "\\r\\n", StringComparison.Ordinal))
            .Concat(form.Files.Select(file => $"{file.Name}: {file.FileName} {file.ContentType} {file.Length}"))
            .Append($"origin={request.Headers.Origin}");
        return Results.Content(string.Join('\n', lines), "text/plain");
    }
}
