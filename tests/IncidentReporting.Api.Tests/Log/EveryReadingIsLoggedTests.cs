using IncidentReporting.Api.Tests.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Log;

/// <summary>The promise: whatever is read of a case leaves an entry with who, as what, when and which parts. Made from the table of routes, so that a new route is asked too.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class EveryReadingIsLoggedTests
{
    private static readonly string[] Roots = ["/incidents", "/measure-requests", "/work-stops", "/me/incidents", "/onward-disclosures", "/unsigned-actions", "/tasks", "/calendar", "/statistics/signals"];

    // What these show is no content of a case: who may read, who has read, who can take over, and lists of numbers, kinds, states and times.
    private static readonly string[] WithoutContent =
    [
        "GET /incidents", "GET /me/incidents", "GET /incidents/{id}/candidates", "GET /incidents/{id}/exclusions/candidates", "GET /incidents/{id}/readers", "GET /incidents/{id}/reads", "GET /onward-disclosures", "GET /unsigned-actions", "GET /tasks",
        "GET /calendar", "GET /calendar/link", "GET /statistics/signals/",
    ];

    private AccessWorld _world = null!;
    private Walk _walk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await AccessWorld.StartAsync();
        _walk = new Walk(_world);
        await _walk.PrepareAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    private static IEnumerable<string> Readings() => Rows.All
        .Where(row => row.Method == "GET" && Array.Exists(Roots, root => row.Pattern.StartsWith(root, StringComparison.Ordinal)) && !WithoutContent.Contains(row.Route, StringComparer.Ordinal))
        .Select(row => row.Route);

    [TestCaseSource(nameof(Readings))]
    public async Task Reading_ByWhoeverMay_LeavesAnEntryWithTheParts(string route)
    {
        var row = Rows.All.Single(row => row.Route == route);
        var walked = await _world.CaseAsync();
        using var disclosed = await _walk.CallAsync(Rows.All.Single(one => one.Route == "POST /incidents/{id}/onward-disclosures"), _world.The(Role.SafetyRepresentative, Place.Own), walked);
        disclosed.EnsureSuccessStatusCode();
        var readers = _world.Actors.Where(actor => row.For(actor) == Verdict.Allowed && !actor.IsNobody).ToList();
        Assert.That(readers, Is.Not.Empty);
        var checkedReaders = 0;
        foreach (var reader in readers)
        {
            var before = await LoggedAsync(reader);
            using var answer = await _walk.CallAsync(row, reader, walked);
            var after = await LoggedAsync(reader);

            // A list that is empty has shown nothing.
            if (answer.IsSuccessStatusCode && !(await answer.Content.ReadAsStringAsync()).Contains("\"items\":[]", StringComparison.Ordinal))
            {
                checkedReaders++;
                Assert.That(after, Has.Count.GreaterThan(before.Count), $"{route} by {reader} left no entry.");
                Assert.That(after.Except(before).Select(entry => entry.Fields), Has.None.Empty, $"{route} by {reader} does not say what was shown.");
                Assert.That(after.Except(before).Select(entry => entry.As), Has.None.Empty, $"{route} by {reader} does not say as what.");
            }
        }

        Assert.That(checkedReaders, Is.Positive);
    }

    [Test]
    public async Task Writing_ThatAnswersWithTheCase_LeavesAnEntryWithTheParts()
    {
        var (answered, wrong) = (new HashSet<string>(), new List<string>());
        var walked = await _world.CaseAsync();
        foreach (var row in Rows.All.Where(row => row.Method != "GET" && row.OfCase))
        {
            foreach (var writer in _world.Actors.Where(actor => row.For(actor) == Verdict.Allowed && !actor.IsNobody).DistinctBy(actor => (actor.Role, actor.Part)))
            {
                var before = await LoggedAsync(writer);
                using var answer = await _walk.CallAsync(row, writer, walked);
                if (ShowsCase(await answer.Content.ReadAsStringAsync()))
                {
                    answered.Add(row.Route);
                    var added = (await LoggedAsync(writer)).Except(before).ToList();
                    if (!added.Exists(entry => entry.Fields.StartsWith("core", StringComparison.Ordinal) && entry.As.Length > 0))
                    {
                        wrong.Add($"{row.Route} by {writer}");
                    }
                }

                walked = row.SpendsCase ? await _world.CaseAsync() : walked;
            }
        }

        Assert.That(answered, Has.Count.GreaterThan(15));
        Assert.That(wrong, Is.Empty, string.Join(Environment.NewLine, wrong));
    }

    private static bool ShowsCase(string answer) => answer.Contains("\"yourRoles\":", StringComparison.Ordinal);

    private async Task<List<(Guid Id, string Fields, string As)>> LoggedAsync(Actor reader)
    {
        await using var scope = _world.Host.Services.CreateAsyncScope();
        var id = reader.Id;
        var entries = await scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>().Set<LogEntry>().AsNoTracking()
            .Where(entry => entry.ActorId == id && entry.Group == "read").ToListAsync();
        return [.. entries.Select(entry => (entry.Id, entry.Fields, $"{entry.CaseRole}{entry.ActorRole}"))];
    }
}
