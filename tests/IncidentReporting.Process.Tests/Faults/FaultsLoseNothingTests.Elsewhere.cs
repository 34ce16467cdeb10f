using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using IncidentReporting.Mail.Tests.Servers;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

internal sealed partial class FaultsLoseNothingTests
{
    [Test]
    public async Task MailServer_DeadForTheWholeRun_KeepsEveryMailWaitingAndSendsEachOnceAfterwards()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        var clock = new MovedClock(data);
        var port = FreePort();
        data.Settings["Email__Transport"] = "Smtp";
        data.Settings["Email__Smtp__Host"] = "127.0.0.1";
        data.Settings["Email__Smtp__Port"] = port.ToString(CultureInfo.InvariantCulture);
        data.Settings["Email__Smtp__Security"] = "None";
        await using var service = await data.StartAsync();
        clock.LeaveOthers();
        using var admin = people.Client(service, "admin");
        var work = new CaseWork(6, leaveEvery: 2);
        await work.RunAsync(people, service);

        // Six waits that double, then an hour each: at the seventh attempt someone else is told.
        var moved = TimeSpan.Zero;
        var waiting = await AttemptedAsync(admin, attempts: 1);
        for (var attempt = 2; attempt <= 7; attempt++)
        {
            moved += TimeSpan.FromMinutes(1.3 * Math.Pow(2, attempt - 2));
            clock.Move(moved);
            waiting = await AttemptedAsync(admin, attempt);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting.Select(row => (string)row["state"]!), Is.All.EqualTo("pending"));
            Assert.That(waiting.Where(row => (string)row["template"]! == "mail_failed"), Is.Not.Empty, "someone takes over what was not told");
        }

        using var server = new ScriptedServer(port);
        moved += TimeSpan.FromMinutes(80);
        clock.Move(moved);
        var rows = await MailRow.AllSentAsync(admin, Longest);

        var taken = server.Taken.Select(MessageIdOf).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Select(row => row.State), Is.All.EqualTo("sent"));
            Assert.That(taken, Is.Unique.And.EquivalentTo(rows.Select(row => row.MessageId)));
        }

        await Whole.CheckCasesAsync(people, service, work);
        await Whole.CheckLogAndSealsAsync(data);
    }

    [Test]
    public async Task Clock_MovedBackAndForth_KeepsNumbersRemindersAndLogRight()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        var clock = new MovedClock(data);
        await using var service = await data.StartAsync();
        clock.LeaveOthers();
        using var admin = people.Client(service, "admin");
        using var session = service.Client();
        var work = new CaseWork(60, leaveEvery: 3) { Pause = TimeSpan.FromMilliseconds(30) };
        var working = work.RunAsync(people, service);
        var sessions = new List<HttpStatusCode>();
        foreach (var hours in new[] { -2, 72, -2, 0, 72 })
        {
            await SignInAsync(session);
            await work.AnsweredAsync(40);
            clock.Move(TimeSpan.FromHours(hours));
            await work.AnsweredAsync(20);
            using var answer = await session.GetAsync(new Uri($"{Calls.Base}/incidents?limit=1", UriKind.Relative));
            sessions.Add(answer.StatusCode);
        }

        await working;
        clock.Move(TimeSpan.FromDays(10));
        var left = work.Walks.Where(walk => walk.IsLeft).Select(walk => walk.Answered!.Number).ToList();
        var rows = await Calls.UntilAsync(
            () => MailRow.ListAsync(admin), found => left.TrueForAll(number => found.Exists(row => row.Number == number && row is { Rule: "R1", Template: "escalation" })), TimeSpan.FromSeconds(30));
        await MailRow.AllSentAsync(admin, Longest);
        clock.Move(TimeSpan.Zero);
        using var more = people.Client(service, "employee1");
        await more.SendAsync("/incidents", Reports.One("threat_direct"));

        await Kept.CheckMailsAsync(admin, [.. work.Answered, .. await OthersAsync(people, service, work)], data);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.Where(number => !rows.Exists(row => row.Number == number && row is { Rule: "R1", Template: "escalation" })), Is.Empty, "what was due was told");
            Assert.That(sessions, Is.All.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(service.Log.Where(line => line.Contains("\"Level\":\"Error\"", StringComparison.Ordinal)), Is.Empty);
        }

        await Whole.CheckLogAndSealsAsync(data);
    }

    private static async Task<List<Answered>> OthersAsync(Municipality people, Service service, CaseWork work)
    {
        using var manager = people.Client(service, "manager");
        var cases = await manager.ListAsync("/incidents");
        Assert.That(cases.Select(found => (string)found["number"]!), Is.Unique);
        var all = cases.ConvertAll(found => new Answered((string)found["id"]!, (string)found["number"]!));
        Assert.That(work.Answered, Is.SubsetOf(all));
        return [.. all.Except(work.Answered)];
    }

    private static async Task SignInAsync(HttpClient session)
    {
        using var content = Calls.Json(new JsonObject { ["userName"] = Municipality.AddressOf("manager"), ["password"] = Municipality.Password });
        using var answer = await session.PostAsync(new Uri($"{Calls.Base}/session", UriKind.Relative), content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    // All rows, when each that was there at the first attempt has been tried so often.
    private static Task<List<JsonObject>> AttemptedAsync(HttpClient admin, int attempts) => Calls.UntilAsync(
        () => admin.ListAsync("/mail-messages"),
        rows => rows.Count > 0 && rows.TrueForAll(row => (string)row["template"]! is not ("receipt" or "new_report") || (int)row["attempts"]! >= attempts),
        TimeSpan.FromSeconds(30));

    private static string MessageIdOf(string mail) => mail.Split("\r\n").First(line => line.StartsWith("Message-ID: ", StringComparison.OrdinalIgnoreCase))["Message-ID: ".Length..];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
