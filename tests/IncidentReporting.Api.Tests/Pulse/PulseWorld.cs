using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Mail.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Pulse;

/// <summary>The service with an employer of one unit, and the survey asked there.</summary>
internal sealed partial class PulseWorld : IAsyncDisposable
{
    public const int People = 14;

    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);

    private PulseWorld(TestHost host) => Host = host;

    public TestHost Host { get; }

    public HttpClient Coordinator { get; private set; } = null!;

    public Unit Unit { get; private set; } = null!;

    /// <summary>Everybody who is asked, by address.</summary>
    public IReadOnlyDictionary<string, Person> Asked => _people;

    public static async Task<PulseWorld> StartAsync()
    {
        var world = new PulseWorld(await TestHost.StartAsync(
            services => services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 1000)));
        var first = await world.Host.AddPersonAsync("coordinator@example.org", Role.Coordinator);
        await world.WithDbAsync(async db =>
        {
            world.Unit = Unit.Create(UnitId.New(DateTimeOffset.UtcNow), first.EmployerId, first.HomeUnitId, "Stor enhet");
            db.Set<Unit>().Add(world.Unit);
            for (var place = 0; place < People; place++)
            {
                world.Add(db, $"person{place}@example.org", place % 2 == 0 ? "sv" : "en");
            }

            return await db.SaveChangesAsync();
        });
        await using (var scope = world.Host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IOrgCharts>().Changed(first.EmployerId);
            await scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>().SaveChangesAsync();
        }

        world.Coordinator = await world.Host.SignInAsync("coordinator@example.org");
        return world;
    }

    /// <summary>A round from today whose links have been mailed, with each link and whom it went to.</summary>
    public async Task<(Guid Round, IReadOnlyList<(string To, string Token)> Links)> OpenAsync()
    {
        var id = Guid.Parse((string)(await CreateAsync())["id"]!);
        return (id, await EventuallyAsync(
            () => Task.FromResult(Links(id)),
            async links => links.Count == People && await WithDbAsync(db => db.Set<Application.Mail.OutboxMessage>().AllAsync(mail => mail.SealedLink == null)), "the links are mailed"));
    }

    public async Task<System.Text.Json.Nodes.JsonObject> CreateAsync(params (string Name, string Value)[] headers)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")).DateTime);
        using var answer = await Coordinator.PostJsonAsync(
            "/api/v1/pulse-rounds",
            $$"""{"name": "Hösten", "opensOn": "{{Day(today)}}", "closesOn": "{{Day(today.AddDays(13))}}", "unitIds": ["{{Unit.Id.Value}}"]}""", headers);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    /// <summary>Lets the round's time be over, and waits until it is tidied.</summary>
    public async Task CloseAsync(Guid round)
    {
        var (id, now) = (new PulseRoundId(round), DateTimeOffset.UtcNow.AddSeconds(-1));
        await WithDbAsync(db => db.Set<PulseRound>().Where(row => row.Id == id).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.ClosesAt, now).SetProperty(row => row.NextStepAt, now)));
        await EventuallyAsync(() => WithDbAsync(db => db.Set<PulseRound>().AsNoTracking().SingleAsync(row => row.Id == id)), row => Task.FromResult(row.ClosedAt is not null), "the round is closed");
    }

    public async Task<T> WithDbAsync<T>(Func<IIncidentReportingDb, Task<T>> work)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>());
    }

    /// <summary>All that stands in the log files.</summary>
    public string Log() => string.Concat(Directory.GetFiles(Path.Combine(Host.Folder, "logs")).Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }));

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    internal static async Task<T> EventuallyAsync<T>(Func<Task<T>> look, Func<T, Task<bool>> isDone, string what)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var seen = await look();
            if (await isDone(seen))
            {
                return seen;
            }

            await Task.Delay(50);
        }

        throw new AssertionException($"Waited too long until {what}.");
    }

    [GeneratedRegex("/pulse/([A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private List<(string To, string Token)> Links(Guid round)
    {
        var folder = Path.Combine(Host.Folder, "mail");
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.GetFiles(folder, "*.eml").Select(file => ReceivedMail.Parse(File.ReadAllText(file)))
                .Select(mail => (To: new System.Net.Mail.MailAddress(mail["To"]).Address, Token: Link().Match(mail.Text).Value)).Where(mail => mail.Token.Length > 0)
                .Select(mail => (mail.To, Token: mail.Token["/pulse/".Length..]))
                .Where(mail => Application.Pulse.PulseLinks.RoundOf(mail.Token) == new PulseRoundId(round)),
        ];
    }

    private void Add(IIncidentReportingDb db, string address, string language)
    {
        var now = DateTimeOffset.UtcNow;
        var person = Person.Create(UserId.New(now), Unit.EmployerId, Unit.Id, "Namn Namnsson", address, language);
        _people.Add(address, person);
        db.Set<Person>().Add(person);
        db.Set<RoleAssignment>().Add(RoleAssignment.Create(Guid.CreateVersion7(now), person.Id, Role.Employee, Unit.Id, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1)));
    }
}
