using System.Net;
using System.Text.RegularExpressions;
using IncidentReporting.Web.Pages.Log;
using IncidentReporting.Web.Tests.Texts;

namespace IncidentReporting.Web.Tests.Log;

internal sealed partial class LogPageTests
{
    [Test]
    public void Actions_ThatAreLogged_AllHaveWords()
    {
        var source = Path.Combine(WebSource.Folder, "..");
        var logged = ((string[])["IncidentReporting.Application", "IncidentReporting.Domain"])
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(source, project), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText)
            .SelectMany(text => Writing().Matches(text).SelectMany(call => Literal().Matches(call.Groups["given"].Value)).Concat(Requesting().Matches(text)))
            .Select(literal => literal.Groups["action"].Value)
            .Append("mass_reading")
            .Distinct(StringComparer.Ordinal).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(logged, Has.Count.GreaterThan(40).And.Member("action_co_signed").And.Member("incident_read").And.Member("transferred")
                .And.Member("timeline_read").And.Member("measure_request_answered").And.Member("work_stop_read"));
            Assert.That(logged.Except(LogWords.Actions.Select(choice => choice.Value)), Is.Empty);
            Assert.That(LogWords.Actions.Where(choice => choice.Label == choice.Value), Is.Empty);
        }
    }

    [Test]
    public async Task Reading_ShowsItsPartsInTheWordsOfTheCase()
    {
        var id = await PageWorld.Shared.Cases.ReportAsync(more: report => report["description"] = "Hot.");
        var number = (string)(await PageWorld.Shared.Cases.ReadAsync("manager", id))["number"]!;

        var page = await (await PageWorld.Shared.AsAsync("auditor")).OpenAsync($"/log?group=read&number={number}");

        Assert.That(page.TextOf(".log-fields"), Does.Contain("berättelsen").And.Not.Contain("core").And.Not.Contain("description"));
    }

    [TestCase("?until=9999-12-31")]
    [TestCase("?since=9999-12-31&until=9999-12-30")]
    public async Task Log_UntilTheEndOfTime_IsShown(string query) =>
        (await (await PageWorld.Shared.AsAsync("auditor")).OpenAsync("/log" + query)).Is(HttpStatusCode.OK);

    [GeneratedRegex(@"(?:\bHappened|\bEnded|(?:Account|Organisation)Log\.Entry|CaseLog\.Reading|readings\.KeepAsync|new IncidentEvent)\((?<given>[^;]*);", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Writing();

    [GeneratedRegex("""
        (?:RequestLog\.\w+\(\s*user,\s*|desk\.(?:Save|Change)Async\()"(?<action>[a-z]+(?:_[a-z]+)*)"
        """, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Requesting();

    [GeneratedRegex("""
        (?<!== )"(?<action>[a-z]+(?:_[a-z]+)*)"
        """, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
