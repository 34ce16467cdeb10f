using System.Net;
using System.Net.Http.Json;
using IncidentReporting.Api.Hosting;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests;

/// <summary>The whole service on a free port, with a database of its own in a folder that goes with it.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string Password = "ett-långt-lösenord";

    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];

    private TestHost(WebApplication app, string folder)
    {
        _app = app;
        Folder = folder;
    }

    public string Folder { get; }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public IReadOnlyList<RouteEndpoint> Routes =>
        [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    /// <param name="settings">As on the command line, such as <c>--Demo:Enabled=true</c>.</param>
    public static async Task<TestHost> StartAsync(Action<IServiceCollection>? more = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("incidentreporting-api-").FullName;
        var app = ServiceHost.Build(["--environment=Development", "--urls=http://127.0.0.1:0", $"--Data:Directory={folder}", "--Demo:Enabled=false", .. settings], more);
        await ServiceHost.PrepareAsync(app);
        await app.StartAsync();
        return new TestHost(app, folder);
    }

    /// <summary>A client that nobody is signed in with, and that keeps its cookies.</summary>
    public HttpClient Client(string language = "en")
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        _clients.Add(client);
        return client;
    }

    /// <summary>A client with a session and its anti-forgery header.</summary>
    public async Task<HttpClient> SignInAsync(string userName, string password = Password)
    {
        var client = Client();
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName, password });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), "signing in");
        client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", (await client.GetFromJsonAsync<Token>("/api/v1/session/csrf"))!.Value);
        return client;
    }

    /// <summary>A person with an account and a role in the top unit of an employer of that name.</summary>
    public async Task<Person> AddPersonAsync(string userName, Role role = Role.Employee, string employerName = "Testkommun")
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<IIncidentReportingDb>();
        var now = services.GetRequiredService<TimeProvider>().Now();
        await using var transaction = await db.BeginAsync();
        var employer = db.Set<Employer>().SingleOrDefault(row => row.Name == employerName);
        Unit top;
        if (employer is null)
        {
            employer = Employer.Create(EmployerId.New(now), employerName, "municipality");
            top = Unit.Create(UnitId.New(now), employer.Id, parentId: null, employerName);
            db.Set<Employer>().Add(employer);
            db.Set<Unit>().Add(top);
        }
        else
        {
            top = db.Set<Unit>().Single(unit => unit.EmployerId == employer.Id && unit.ParentId == null);
        }

        var person = Person.Create(UserId.New(now), employer.Id, top.Id, "Test Person", userName);
        db.Set<Person>().Add(person);
        db.Set<RoleAssignment>().Add(RoleAssignment.Create(Guid.CreateVersion7(now), person.Id, role, top.Id, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1)));
        await db.SaveChangesAsync();
        await services.GetRequiredService<IAccounts>().CreateAsync(person.Id, userName, Password, CancellationToken.None);
        services.GetRequiredService<Application.Organisation.IOrgCharts>().Changed(employer.Id);
        await transaction.CommitAsync();
        return person;
    }

    /// <summary>One more role for the person, in the employer's top unit.</summary>
    public async Task GiveAsync(string userName, Role role)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().Now();
        var person = db.Set<Person>().Single(row => row.Email == userName);
        db.Set<RoleAssignment>().Add(RoleAssignment.Create(Guid.CreateVersion7(now), person.Id, role, person.HomeUnitId, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1)));
        scope.ServiceProvider.GetRequiredService<Application.Organisation.IOrgCharts>().Changed(person.EmployerId);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed record Token([property: System.Text.Json.Serialization.JsonPropertyName("token")] string Value);
}
