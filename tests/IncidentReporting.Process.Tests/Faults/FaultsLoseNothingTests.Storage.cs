using System.Net;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit.Running;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentReporting.Process.Tests.Faults;

internal sealed partial class FaultsLoseNothingTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    [Test]
    public async Task FullDisk_WhileReportsArrive_RefusesClearlyKeepsWhatWasAnsweredAndGoesOn()
    {
        var (made, people) = await Municipality.CopyAsync();
        await using var _ = made;
        using var disk = SmallDisk.Mount(mebibytes: 48);
        var folder = Path.Combine(disk.Folder, "data");
        Installation.CopyFiles(made.Folder, folder);
        await using var data = Installation.In(folder);
        await using var service = await data.StartAsync();
        using var client = service.Client();
        var work = new CaseWork(50, leaveEvery: 3);

        var working = work.RunAsync(people, service);
        await work.AnsweredAsync(30);
        disk.Fill(left: 512 * 1024);
        await Calls.UntilAsync(() => Task.FromResult(work.Refused), refused => Enum.GetValues<StepKind>().All(kind => refused.Any(refusal => refusal.Kind == kind)), Longest);
        disk.Fill(left: 0);
        using var full = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var alive = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        var refused = work.Refused.ToList();
        disk.MakeRoom();
        await working;
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Select(refusal => refusal.Kind).Distinct(), Is.EquivalentTo(Enum.GetValues<StepKind>()));
            Assert.That(refused.Select(refusal => refusal.RetryAfter), Has.None.Null);
            Assert.That(refused.Select(refusal => refusal.Type).Distinct(), Is.EqualTo(["urn:incidentreporting:problem:no_room"]));
            Assert.That(refused.Select(refusal => refusal.Detail), Has.All.Contains("Nothing of what was sent has been kept").And.All.Contains("try again"));
            Assert.That((full.StatusCode, alive.StatusCode, ready.StatusCode), Is.EqualTo((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK)));
        }

        await Whole.CheckCasesAsync(people, service, work);
        await CheckMailsSoFarAsync(people.Client(service, "admin"), work, data);
        await Whole.CheckLogAndSealsAsync(data);
    }

    [Test]
    public async Task LockedDatabase_ForLongerThanCallsWait_RefusesForNowAndGoesOn()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        data.Settings["ConnectionStrings__Default"] = $"Data Source={Path.Combine(data.Folder, DatabaseSettings.FileName)};Default Timeout=1";
        await using var service = await data.StartAsync();
        var work = new CaseWork(40, leaveEvery: 2);
        var working = work.RunAsync(people, service);
        await work.AnsweredAsync(10);

        HttpStatusCode alive;
        await using (var other = new SqliteConnection($"{data.Settings["ConnectionStrings__Default"]};Pooling=False"))
        {
            await other.OpenAsync();
            await Sql.ExecuteAsync(other, "PRAGMA busy_timeout=10000; BEGIN IMMEDIATE");
            await Calls.UntilAsync(() => Task.FromResult(work.Refused.Count), count => count >= 12, Longest);
            using var client = service.Client();
            using var live = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            alive = live.StatusCode;
            await Sql.ExecuteAsync(other, "ROLLBACK");
        }

        await working;
        CheckRefusals(work, atLeast: 12);
        Assert.That(alive, Is.EqualTo(HttpStatusCode.OK), "what only reads goes on");
        await Whole.CheckCasesAsync(people, service, work);
        await Kept.CheckMailsAsync(people.Client(service, "admin"), work.Answered, data);
        await Whole.CheckLogAndSealsAsync(data);
    }

    [Test]
    public async Task ServerDatabase_CutOffAndTakenAway_RefusesForNowAndGoesOn()
    {
        await using var data = await Installation.EmptyAsync(DatabaseProvider.PostgreSql);
        await data.RunAsync(input: null, "migrate");
        var people = await Municipality.MakeAsync(data);
        await using var service = await data.StartAsync();
        var work = new CaseWork(40, leaveEvery: 2);
        var working = work.RunAsync(people, service);
        await work.AnsweredAsync(10);

        // In the middle of whatever is under way, again and again; then nobody is let in for a while.
        var target = new NpgsqlConnectionStringBuilder(data.Settings["ConnectionStrings__Default"]);
        var name = target.Database!;
        target.Database = "postgres";
        await using (var server = new NpgsqlConnection(target.ConnectionString))
        {
            await server.OpenAsync();
            for (var cut = 0; cut < 10; cut++)
            {
                await CutAsync(server, name);
                await work.AnsweredAsync(3);
            }

            await Sql.ExecuteAsync(server, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
            await CutAsync(server, name);
            var before = work.Refused.Count;
            await Calls.UntilAsync(() => Task.FromResult(work.Refused.Count), count => count >= before + 12, Longest);
            using var client = service.Client();
            using var away = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            await Sql.ExecuteAsync(server, $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
            Assert.That(away.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        }

        await working;
        CheckRefusals(work, atLeast: 12);
        await Whole.CheckCasesAsync(people, service, work);
        await Kept.CheckMailsAsync(people.Client(service, "admin"), work.Answered, data);
        await Whole.CheckLogAndSealsAsync(data);
    }

    private static void CheckRefusals(CaseWork work, int atLeast)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(work.Unexpected, Is.Empty);
            Assert.That(work.Refused, Has.Count.GreaterThanOrEqualTo(atLeast));
            Assert.That(work.Refused.Select(refusal => refusal.RetryAfter), Has.None.Null);
            Assert.That(work.Refused.Select(refusal => refusal.Type).Distinct(), Is.EqualTo(["urn:incidentreporting:problem:unavailable"]));
        }
    }

    // What could not be put on the full disk is tried again in a minute; until then nothing is given up, and what is said to be sent lies there once.
    private static async Task CheckMailsSoFarAsync(HttpClient admin, CaseWork work, Installation data)
    {
        var rows = await MailRow.ListAsync(admin);
        var mails = Mail.In(data).Select(mail => mail.MessageId).ToList();
        var owed = work.Answered.SelectMany(report => new[] { (report.Number, "receipt"), (report.Number, "new_report"), (report.Number, "new_report") });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => row.State), Is.All.EqualTo("sent").Or.EqualTo("pending"));
            Assert.That(rows.Select(row => (row.Number, row.Rule, row.Step, row.Name)), Is.Unique);
            Assert.That(mails, Is.Unique);
            Assert.That(rows.Where(row => row.State == "sent").Select(row => row.MessageId), Is.SubsetOf(mails));
            Assert.That(rows.Where(row => row.Template is "receipt" or "new_report").Select(row => (row.Number!, row.Template)), Is.EquivalentTo(owed));
        }
    }

    private static Task CutAsync(NpgsqlConnection server, string name) =>
        Sql.ExecuteAsync(server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
}
