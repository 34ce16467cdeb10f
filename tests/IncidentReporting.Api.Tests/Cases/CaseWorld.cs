using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>A municipality with a department and two units, a private provider and a union, each with the people that cases need, and the calls they make.</summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    private readonly TestHost _host;
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<string, HttpClient> _clients = [];

    private CaseWorld(TestHost host) => _host = host;

    public TestHost Host => _host;

    public UnitId Department { get; private set; }

    public UnitId Unit { get; private set; }

    public UnitId OtherUnit { get; private set; }

    public static Task<CaseWorld> StartAsync(params string[] settings) => StartAsync(more: null, settings);

    public static async Task<CaseWorld> StartAsync(Action<IServiceCollection>? more, params string[] settings)
    {
        var world = new CaseWorld(await TestHost.StartAsync(more, settings));
        await world.FillAsync();
        return world;
    }

    public string IdOf(string name) => _people[name].Id.Value.ToString();

    public string NameOf(UserId id) => _people.First(person => person.Value.Id == id).Key;

    public async Task<HttpClient> AsAsync(string name) =>
        _clients.TryGetValue(name, out var client) ? client : _clients[name] = await _host.SignInAsync(AddressOf(name));

    public async Task<Reply> SendAsync(string name, string method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        await SendTextAsync(name, method, path, body is null ? null : body as string ?? JsonSerializer.Serialize(body), headers);

    public Task<Reply> GetAsync(string name, string path) => SendAsync(name, "GET", path);

    public Task<Reply> PostAsync(string name, string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(name, "POST", path, body, headers);

    /// <summary>A merge patch on the case as it now is.</summary>
    public async Task<Reply> PatchAsync(string name, string path, object body)
    {
        var caseId = path.Split('/')[2];
        var now = await GetAsync(name, $"/incidents/{caseId}");
        return await SendAsync(name, "PATCH", path, body, ("If-Match", now.ETag!));
    }

    /// <summary>A reported case; <paramref name="more"/> changes what is told.</summary>
    public async Task<string> ReportAsync(string name = "employee", Action<JsonObject>? more = null)
    {
        var report = Report(more);
        var reply = await PostAsync(name, "/incidents", report.ToJsonString());
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created), reply.Text);
        return (string)reply.Body["id"]!;
    }

    public static JsonObject Report(Action<JsonObject>? more = null)
    {
        var report = new JsonObject
        {
            ["kinds"] = new JsonArray("threat_direct.violence"),
            ["occurredAt"] = DateTimeOffset.UtcNow.AddHours(-2).ToString("O", CultureInfo.InvariantCulture),
            ["safeNow"] = "yes",
        };
        more?.Invoke(report);
        return report;
    }

    /// <summary>A step that must go well; gives the case as it now is.</summary>
    public async Task<JsonObject> DoAsync(string name, string id, string part, object? body = null, string method = "POST")
    {
        var reply = await SendAsync(name, method, $"/incidents/{id}/{part}", body);
        Assert.That((int)reply.Status, Is.AnyOf(200, 201), $"{part}: {reply.Text}");
        return reply.Body;
    }

    public async Task<JsonObject> ReadAsync(string name, string id)
    {
        var reply = await GetAsync(name, $"/incidents/{id}");
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK), reply.Text);
        return reply.Body;
    }

    /// <summary>Reported, confirmed and assessed.</summary>
    public async Task<string> AssessedAsync(string manager = "manager", Action<JsonObject>? more = null)
    {
        var id = await ReportAsync(more: more);
        await DoAsync(manager, id, "acknowledgement", new { message = "Jag ringer dig." });
        await DoAsync(manager, id, "assessment", new { danger = "low", avDuty = "no", avReason = "Ingen allvarlig fara." });
        return id;
    }

    /// <summary>A case on which every guard of closing is met.</summary>
    public async Task<string> ReadyToCloseAsync(string manager = "manager", Action<JsonObject>? more = null)
    {
        var id = await AssessedAsync(manager, more);
        var now = await DoAsync(manager, id, "police-events", new { status = "reported", reportedBy = "employer" });
        foreach (var followUp in now["followUps"]!.AsArray().Take(2))
        {
            await DoAsync(manager, id, $"follow-ups/{followUp!["id"]}/outcome", new { summary = "Vi har talats vid.", newRisks = false });
        }

        return id;
    }

    public async Task WithAsync(Func<IServiceProvider, Task> act)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    /// <summary>Everybody signs in anew, as after a night.</summary>
    public void ForgetSessions() => _clients.Clear();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public static string AddressOf(string name) => $"{name}@example.org";

    private async Task<Reply> SendTextAsync(string name, string method, string path, string? body, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(method == "PATCH" ? "application/merge-patch+json" : "application/json");
        }

        foreach (var (header, value) in headers)
        {
            if (header == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        }

        using var answer = await (await AsAsync(name)).SendAsync(request);
        return new Reply(
            answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.ToString(), answer.Headers.Location?.ToString(),
            answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task FillAsync()
    {
        await WithAsync(async services =>
        {
            var db = services.GetRequiredService<IIncidentReportingDb>();
            var now = services.GetRequiredService<TimeProvider>().Now();
            await using var transaction = await db.BeginAsync();
            var municipality = AddEmployer(db, "Testkommun", "municipality", now, out var top);
            Department = AddUnit(db, municipality, top, "Individ- och familjeomsorg", now);
            Unit = AddUnit(db, municipality, Department, "Barn och unga, mottag", now);
            OtherUnit = AddUnit(db, municipality, Department, "Ekonomiskt bistånd", now);
            foreach (var (name, role) in new (string, Role)[]
            {
                ("employee", Role.Employee), ("colleague", Role.Employee), ("manager", Role.Manager), ("deputy", Role.Deputy), ("rep", Role.SafetyRepresentative),
            })
            {
                AddPerson(db, name, municipality, Unit, now, role);
            }

            AddPerson(db, "outsider", municipality, OtherUnit, now, Role.Employee);
            AddPerson(db, "head", municipality, Department, now, Role.Manager);
            foreach (var (name, role) in new (string, Role)[]
            {
                ("headrep", Role.HeadSafetyRepresentative), ("coordinator", Role.Coordinator), ("analyst", Role.Analyst), ("auditor", Role.Auditor),
                ("admin", Role.Administrator), ("dpo", Role.DataProtectionOfficer),
            })
            {
                AddPerson(db, name, municipality, top, now, role);
            }

            var provider = AddEmployer(db, "Omsorg i Exempel", "private_provider", now, out var providerTop);
            var home = AddUnit(db, provider, providerTop, "HVB Granen", now);
            AddPerson(db, "private-employee", provider, home, now, Role.Employee);
            AddPerson(db, "private-manager", provider, home, now, Role.Manager);

            var union = Employer.CreateUnion(EmployerId.New(now), "Förbundet");
            db.Set<Employer>().Add(union);
            var office = AddUnit(db, union, parent: null, "Förbundet", now);
            AddPerson(db, "reader", union, office, now, Role.UnionReader);
            await db.SaveChangesAsync();
            foreach (var (name, person) in _people)
            {
                await services.GetRequiredService<IAccounts>().CreateAsync(person.Id, AddressOf(name), TestHost.Password, CancellationToken.None);
            }

            await transaction.CommitAsync();
            services.GetRequiredService<IOrgCharts>().Changed(municipality.Id);
            services.GetRequiredService<IOrgCharts>().Changed(provider.Id);
        });
    }

    private static Employer AddEmployer(IIncidentReportingDb db, string name, string sector, DateTimeOffset now, out UnitId top)
    {
        var employer = Employer.Create(EmployerId.New(now), name, sector);
        db.Set<Employer>().Add(employer);
        top = AddUnit(db, employer, parent: null, name, now);
        return employer;
    }

    private static UnitId AddUnit(IIncidentReportingDb db, Employer employer, UnitId? parent, string name, DateTimeOffset now)
    {
        var unit = Domain.Organisation.Unit.Create(UnitId.New(now), employer.Id, parent, name);
        db.Set<Unit>().Add(unit);
        return unit.Id;
    }

    private void AddPerson(IIncidentReportingDb db, string name, Employer employer, UnitId unit, DateTimeOffset now, Role role)
    {
        var person = Person.Create(UserId.New(now), employer.Id, unit, $"Person {name}", AddressOf(name));
        db.Set<Person>().Add(person);
        db.Set<RoleAssignment>().Add(RoleAssignment.Create(Guid.CreateVersion7(now), person.Id, role, unit, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-2)));
        _people[name] = person;
    }
}

/// <summary>An answer, read whole.</summary>
internal sealed record Reply(HttpStatusCode Status, string Text, string? ETag, string? Location, string? MediaType)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public string[] Errors => [.. Body["errors"]!.AsObject().Select(error => error.Key)];

    public void Is(HttpStatusCode status) => Assert.That(Status, NUnit.Framework.Is.EqualTo(status), Text);

    /// <summary>Refused as unusable, naming exactly these.</summary>
    public void IsInvalid(params string[] paths)
    {
        Is(HttpStatusCode.UnprocessableEntity);
        Assert.That(MediaType, NUnit.Framework.Is.EqualTo("application/problem+json"));
        Assert.That(Errors, NUnit.Framework.Is.EquivalentTo(paths));
    }

    /// <summary>Refused because of the state; gives the guards that are not met and says what is possible.</summary>
    public string[] IsConflict()
    {
        Is(HttpStatusCode.Conflict);
        Assert.That(Body["allowedActions"], NUnit.Framework.Is.InstanceOf<JsonArray>(), Text);
        return Body["unmet"] is JsonArray unmet ? [.. unmet.Select(guard => (string)guard!)] : [];
    }
}

internal static class Nodes
{
    public static string State(this JsonObject view) => (string)view["state"]!;

    public static string[] Strings(this JsonNode? array) => [.. array!.AsArray().Select(item => (string)item!)];

    public static bool Has(this JsonObject view, string path)
    {
        JsonNode? node = view;
        foreach (var member in path.Split('.'))
        {
            if (node is not JsonObject parent || !parent.ContainsKey(member))
            {
                return false;
            }

            node = parent[member];
        }

        return true;
    }
}
