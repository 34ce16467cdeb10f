using Microsoft.AspNetCore.Routing;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>Every role, in every place, on every route.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class AccessMatrixTests
{
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

    [Test, Order(1)]
    public void Route_WithoutARowOrRowWithoutARoute_IsFound()
    {
        var routes = RoutesOf(_world.Host).ToList();
        var rows = Rows.All.Select(row => row.Route).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Is.Unique);
            Assert.That(routes.Except(rows), Is.Empty, "Say in tests/IncidentReporting.Api.Tests/Access/Rows.cs who may use each of these routes.");
            Assert.That(rows.Except(routes), Is.Empty, "These rows of Access/Rows.cs belong to no route: take them away.");
        }
    }

    [Test, Order(3)]
    public async Task Caller_OnEveryRoute_GetsWhatTheTableSays()
    {
        var (cells, wrong) = (0, new List<string>());
        var walked = await _world.CaseAsync();
        foreach (var row in Rows.All)
        {
            var reached = false;
            foreach (var actor in _world.Actors.Where(actor => !row.ForNobodyOnly || actor.IsNobody))
            {
                using var answer = await _walk.CallAsync(row, actor, walked);
                var status = (int)answer.StatusCode;
                cells++;
                reached |= status is >= 200 and < 300 or 409;
                if (Walk.VerdictOf(answer.StatusCode) != row.For(actor))
                {
                    wrong.Add($"{row.Route} by {actor}: {row.For(actor)} expected, was {status}");
                }

                if (row.SpendsCase && answer.IsSuccessStatusCode)
                {
                    walked = await _world.CaseAsync();
                }
            }

            if (!reached && !row.NeverDone)
            {
                wrong.Add($"{row.Route}: nobody got through, so the row's call is not one that can succeed");
            }
        }

        TestContext.Out.WriteLine($"{Rows.All.Count} routes, {_world.Actors.Count} callers, {cells} cells.");
        Assert.That(wrong, Is.Empty, string.Join(Environment.NewLine, wrong));
    }

    [Test, Order(2)]
    public async Task Draft_ForEveryoneButWhoWritesIt_DoesNotExist()
    {
        var (cells, wrong) = (0, new List<string>());
        var draft = await _world.DraftAsync();
        foreach (var row in Rows.All.Where(row => row.OfCase))
        {
            foreach (var actor in _world.Actors.Where(actor => actor.Part != Part.Reporter && !(actor.ReadOnly && row.Method != "GET")))
            {
                using var answer = await _walk.CallAsync(row, actor, draft);
                cells++;
                if (Walk.VerdictOf(answer.StatusCode) != (actor.IsNobody ? Verdict.NotSignedIn : Verdict.Hidden))
                {
                    wrong.Add($"{row.Route} by {actor}: {(int)answer.StatusCode}");
                }
            }
        }

        TestContext.Out.WriteLine($"{cells} cells of a draft.");
        Assert.That(wrong, Is.Empty, string.Join(Environment.NewLine, wrong));
    }

    private static IEnumerable<string> RoutesOf(TestHost host) =>
        from route in host.Routes
        let pattern = route.RoutePattern.RawText ?? string.Empty
        where pattern.StartsWith("/api/v1/", StringComparison.Ordinal)
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select $"{method} {pattern["/api/v1".Length..]}";
}
