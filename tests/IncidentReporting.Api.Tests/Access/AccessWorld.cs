using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Accounts.CreateAccessToken;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Unit = IncidentReporting.Domain.Organisation.Unit;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>A case with the parts that routes name.</summary>
internal sealed record WalkedCase(Guid Id, string Number, Guid Offer, Guid Action, Guid FollowUp, Guid Attachment, Guid Exclusion = default)
{
    public Guid Takedown { get; init; } = Guid.CreateVersion7();
}

/// <summary>Two employers with everybody in them: one person for each role in the case's unit, above it, beside it and with the other employer.</summary>
internal sealed class AccessWorld : IAsyncDisposable
{
    public const string Report =
        """{"kinds": ["threat_direct.death"], "occurredAt": "2026-01-10T10:00:00Z", "safeNow": "yes", "description": "Hemlig text", "counterpart": {"relation": "client", "identity": "Hemligt namn", "identityGround": "work_environment"}}""";

    private readonly List<Actor> _actors = [Actor.Nobody with { }];
    private readonly List<(Person Person, Role Role, Unit Unit)> _people = [];

    private AccessWorld(TestHost host, DateTimeOffset now)
    {
        Host = host;
        Municipality = Employer.Create(EmployerId.New(now), "Ettans kommun", "municipality", sharesWithUnion: true);
        Provider = Employer.Create(EmployerId.New(now), "Tvåans omsorg", "private_provider", sharesWithUnion: true);
        Top = Unit.Create(UnitId.New(now), Municipality.Id, parentId: null, "Ettans topp");
        Department = Unit.Create(UnitId.New(now), Municipality.Id, Top.Id, "Ettans avdelning");
        Own = Unit.Create(UnitId.New(now), Municipality.Id, Department.Id, "Ettans enhet");
        Sibling = Unit.Create(UnitId.New(now), Municipality.Id, Department.Id, "Ettans grannenhet");
        ProviderTop = Unit.Create(UnitId.New(now), Provider.Id, parentId: null, "Tvåans topp");
        Elsewhere = Unit.Create(UnitId.New(now), Provider.Id, ProviderTop.Id, "Tvåans enhet");

        foreach (var place in Enum.GetValues<Place>())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                Add(new Actor($"{SnakeCase.Of(role)} {place}", role, place), now);
            }
        }

        Add(new Actor("exposed", Role.Employee, Place.Own, Part.Exposed), now);
        Add(new Actor("reporter", Role.Employee, Place.Own, Part.Reporter), now);
        Add(new Actor("named coordinator", Role.Coordinator, Place.Own, Part.NamedCoordinator), now);
        Add(new Actor("manager Own, token to read", Role.Manager, Place.Own, ReadOnly: true), now);
        Add(new Actor("manager Own, session", Role.Manager, Place.Own), now);
    }

    public TestHost Host { get; }

    public Employer Municipality { get; }

    public Employer Provider { get; }

    public Unit Top { get; }

    public Unit Department { get; }

    public Unit Own { get; }

    public Unit Sibling { get; }

    public Unit ProviderTop { get; }

    public Unit Elsewhere { get; }

    public IReadOnlyList<Actor> Actors => _actors;

    public Actor Exposed => With(Part.Exposed);

    public Actor Reporter => With(Part.Reporter);

    public static async Task<AccessWorld> StartAsync()
    {
        var host = await TestHost.StartAsync(
            services => services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 1000));
        var world = new AccessWorld(host, host.Services.GetRequiredService<TimeProvider>().Now());
        await world.SaveAsync();
        await world.FreezeAsync();
        return world;
    }

    // Figures are of what is frozen: a year that is over.
    private async Task FreezeAsync()
    {
        await SentAsync(Reporter, "/incidents", ReportOf(Exposed).Replace("2026-01-10", $"{Now.Year - 2}-01-10", StringComparison.Ordinal));
        await using var scope = Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IStatisticsUpkeep>().FreezeDueAsync(progress: null, CancellationToken.None);
    }

    public Actor The(Role role, Place place) => _actors.First(actor => actor.Role == role && actor.Place == place && actor.Part == Part.None);

    public Actor With(Part part) => _actors.Single(actor => actor.Part == part);

    /// <summary>A person with an account of her own and the roles given, which hold on the days given.</summary>
    public async Task<Actor> AddPersonAsync(string name, Unit unit, params (Role Role, Unit Unit, DateOnly From, DateOnly? To)[] roles)
    {
        var actor = new Actor(name, roles.Length > 0 ? roles[0].Role : Role.Employee, Place.Own) { Id = UserId.New(Now) };
        await WriteAsync(unit.EmployerId, db =>
        {
            db.Set<Person>().Add(Person.Create(actor.Id, unit.EmployerId, unit.Id, name, AddressOf(actor.Id)));
            db.Set<RoleAssignment>().AddRange(roles.Select(held => RoleAssignment.Create(Guid.CreateVersion7(Now), actor.Id, held.Role, held.Unit.Id, held.From, held.To)));
        }, [actor.Id]);
        actor.Client = await TokenClientAsync(actor.Id, readOnly: false);
        return actor;
    }

    public DateTimeOffset Now => Host.Services.GetRequiredService<TimeProvider>().Now();

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")).DateTime);

    public Task<HttpClient> SessionAsync(Actor actor) => Host.SignInAsync(AddressOf(actor.Id));

    public static string AddressOf(UserId id) => $"{id.Value:N}@example.org";

    public Task<WalkedCase> DraftAsync() => DraftAsync(Reporter, ReportOf(With(Part.Exposed)).Replace("\"kinds\"", "\"draft\": true, \"kinds\"", StringComparison.Ordinal));

    /// <summary>A case that a colleague reported for the exposed person, acknowledged, assessed, with an offer, an action and a file, in the hands of the named coordinator.</summary>
    public async Task<WalkedCase> CaseAsync()
    {
        var made = await SentAsync(Reporter, "/incidents", ReportOf(Exposed));
        var path = $"/incidents/{made["id"]}";
        var manager = The(Role.Manager, Place.Own);
        await SentAsync(manager, $"{path}/acknowledgement", """{"message": "Jag ringer dig."}""");
        await SentAsync(manager, $"{path}/assessment", """{"danger": "raised", "avDuty": "yes", "injury": "none"}""");
        await SentAsync(manager, $"{path}/support-offers", """{"measure": "relieving_talk"}""");
        await SentAsync(manager, $"{path}/actions", """{"type": "pair_home_visit"}""");
        var file = await AttachAsync(path);
        var asked = await SentAsync(manager, $"{path}/takedowns", """{"platform": "Forumet"}""");
        var excluded = await SentAsync(Exposed, $"{path}/exclusions", $$"""{"userId": "{{The(Role.Employee, Place.Sibling).Id.Value}}", "reason": "Närstående"}""");
        var view = await SentAsync(manager, $"{path}/handler", $$"""{"userId": "{{With(Part.NamedCoordinator).Id.Value}}"}""", HttpMethod.Put);
        return new WalkedCase(
            Guid.Parse((string)view["id"]!), (string)view["number"]!, IdIn(view["support"]!["offers"]!), IdIn(view["actions"]!), IdIn(view["followUps"]!), file, IdIn(excluded["exclusions"]!))
        {
            Takedown = IdIn(asked["takedowns"]!),
        };
    }

    /// <summary>A case in the other employer's only unit.</summary>
    public async Task<Guid> CaseElsewhereAsync() =>
        Guid.Parse((string)(await SentAsync(The(Role.Employee, Place.Elsewhere), "/incidents", Report))["id"]!);

    public async Task<JsonObject> SentAsync(Actor actor, string path, string body, HttpMethod? method = null, params (string, string)[] headers)
    {
        using var answer = await actor.Client.SendJsonAsync(method ?? HttpMethod.Post, "/api/v1" + path, body, headers);
        Assert.That((int)answer.StatusCode, Is.InRange(200, 299), $"{actor}: {method} {path} {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    // The walk goes through a case that hides who was hit, so that names can be asked for.
    private static string ReportOf(Actor exposed) =>
        Report.Insert(1, $$"""
            "protectedIdentity": true, "exposed": [{"userId": "{{exposed.Id.Value}}", "role": "direct"}], 
            """);

    private static Guid IdIn(JsonNode items) => Guid.Parse((string)items[0]!["id"]!);

    private async Task<Guid> AttachAsync(string path)
    {
        if (Host.Routes.All(route => route.RoutePattern.RawText != "/api/v1/incidents/{id}/attachments"))
        {
            return Guid.Empty;
        }

        using var file = Rows.File();
        using var answer = await Exposed.Client.PostAsync($"/api/v1{path}/attachments", file);
        return IdIn((await answer.JsonAsync())["attachments"]!);
    }

    private async Task<WalkedCase> DraftAsync(Actor reporter, string body)
    {
        var draft = await SentAsync(reporter, "/incidents", body);
        return new WalkedCase(Guid.Parse((string)draft["id"]!), Number: string.Empty, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
    }

    private void Add(Actor actor, DateTimeOffset now)
    {
        var unit = actor.Place switch { Place.Own => Own, Place.Above => Department, Place.Sibling => Sibling, _ => Elsewhere };
        var id = UserId.New(now);
        _people.Add((Person.Create(id, unit.EmployerId, unit.Id, (actor.Place == Place.Elsewhere ? "Tvåans " : "Ettans ") + actor.Name, AddressOf(id)), actor.Role!.Value, unit));
        _actors.Add(actor with { Id = id });
    }

    private async Task SaveAsync()
    {
        var now = Now;
        await WriteAsync(Municipality.Id, db =>
        {
            db.Set<Employer>().AddRange(Municipality, Provider);
            db.Set<Unit>().AddRange(Top, Department, Own, Sibling, ProviderTop, Elsewhere);
            db.Set<Person>().AddRange(_people.Select(row => row.Person));
            db.Set<RoleAssignment>().AddRange(
                _people.Select(row => RoleAssignment.Create(Guid.CreateVersion7(now), row.Person.Id, row.Role, row.Unit.Id, Today.AddDays(-1))));
        }, [.. _people.Select(row => row.Person.Id)]);

        foreach (var actor in _actors)
        {
            actor.Client = actor.IsNobody ? Host.Client()
                : actor.Name.EndsWith("session", StringComparison.Ordinal) ? await SessionAsync(actor)
                : await TokenClientAsync(actor.Id, actor.ReadOnly);
        }
    }

    private async Task<HttpClient> TokenClientAsync(UserId id, bool readOnly)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentUser>().Become((await services.GetRequiredService<ICallers>().ByIdAsync(id, CancellationToken.None))!);
        var token = await services.GetRequiredService<IMediator>().Send(new CreateAccessTokenCommand("test", ExpiresAt: null, readOnly ? ["read"] : null));
        var client = Host.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return client;
    }

    private async Task WriteAsync(EmployerId employer, Action<IIncidentReportingDb> write, IReadOnlyList<UserId> accounts)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>();
        await using var transaction = await db.BeginAsync();
        write(db);
        await db.SaveChangesAsync();
        foreach (var person in accounts)
        {
            await scope.ServiceProvider.GetRequiredService<IAccounts>().CreateAsync(person, AddressOf(person), TestHost.Password, CancellationToken.None);
        }

        scope.ServiceProvider.GetRequiredService<IOrgCharts>().Changed(employer);
        await transaction.CommitAsync();
    }
}
