using System.Net;

namespace IncidentReporting.Web.Tests.Reports;

/// <summary>The way to a report that the tests of its pages begin with.</summary>
internal static class Reporting
{
    /// <summary>A draft, begun as people begin it; gives the page that asks what happened.</summary>
    public static async Task<Page> BeginAsync(Browser person)
    {
        var page = await person.OpenAsync("/report");
        return (await page.Form().SubmitAsync("safeNow=yes")).Is(HttpStatusCode.OK);
    }

    /// <summary>A report sent with the least that is needed; gives its receipt.</summary>
    public static async Task<Page> SendAsync(Browser person, string kind = "threat_direct")
    {
        var page = await BeginAsync(person);
        return (await page.Form("tell").Check("kinds", kind).SubmitAsync("Skicka nu")).Is(HttpStatusCode.OK);
    }

    public static string IdOf(Page page) => page.Path.Split('/')[2];
}
