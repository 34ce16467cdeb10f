using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>Reminders of the running service, with clocks shortened to seconds.</summary>
internal sealed partial class FollowUpTests
{
    private const string Marker = "Kännetecken";
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // What each rule sends when nobody does anything: to whom, and how long after the report.
    private static readonly (string Rule, string Template, string Name, int Seconds)[] Owed =
    [
        ("R17", "receipt", "employee1", 0),
        ("R1", "new_report", "manager", 0),
        ("R1", "new_report", "rep", 0),
        ("R1", "reminder", "manager", 1),
        ("R1", "reminder", "manager", 2),
        ("R1", "reminder", "deputy", 3),
        ("R1", "escalation", "head", 4),
        ("R1", "escalation", "rep", 4),
        ("R3", "reminder", "manager", 2),
        ("R3", "escalation", "head", 5),
        ("R5", "reminder", "manager", 3),
        ("R5", "escalation", "head", 6),
    ];

    /// <summary>The same without the times and the receipt.</summary>
    internal static IEnumerable<(string Rule, string Template, string Name)> OwedReminders =>
        Owed.Where(owed => owed.Template != "receipt").Select(owed => (owed.Rule, owed.Template, owed.Name));

    [Test]
    public async Task Steps_WithClocksOfSeconds_ArriveOnceAtTheRightPeopleUntilTheDutyIsDone()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var installation = data;
        await using var service = await data.StartAsync();
        using var admin = people.Client(service, "admin");
        await ShortenAsync(admin);
        using var employee = people.Client(service, "employee1");
        using var manager = people.Client(service, "manager");

        var acknowledged = await employee.SendAsync("/incidents", Report());
        await manager.SendAsync($"/incidents/{acknowledged["number"]}/acknowledgement", new JsonObject { ["message"] = Marker }, HttpStatusCode.OK);
        var left = await employee.SendAsync("/incidents", Report());
        var number = (string)left["number"]!;
        var rows = await Calls.UntilAsync(() => MailRow.ListAsync(admin), found => IsOver(found, number), Longest);

        using (Assert.EnterMultipleScope())
        {
            CheckSteps(data, rows, number, DateTimeOffset.Parse((string)left["submittedAt"]!, CultureInfo.InvariantCulture), DateTimeOffset.MinValue);

            // The last step of the later case has come, so none of the earlier one's is still to come.
            Assert.That(
                Steps(rows, (string)acknowledged["number"]!).Where(step => step.Rule == "R1" && step != ("R1", "reminder", "manager")),
                Is.EquivalentTo(new[] { ("R1", "new_report", "manager"), ("R1", "new_report", "rep"), ("R1", "acknowledgement_sent", "employee1") }));
            Assert.That(
                Steps(rows, (string)acknowledged["number"]!).Where(step => step.Template == "escalation"),
                Is.EquivalentTo(new[] { ("R3", "escalation", "head"), ("R5", "escalation", "head") }));
            Assert.That(Mail.In(data).Select(mail => mail.MessageId), Is.Unique.And.EquivalentTo(rows.Select(row => row.MessageId)));
        }

        await CheckContentAsync(data, employee);
    }

    [Test]
    public async Task Steps_DueWhileTheServiceWasStopped_ArriveOnceWithinSecondsOfTheStart()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var installation = data;
        string number;
        DateTimeOffset submittedAt;
        await using (var service = await data.StartAsync())
        {
            await ShortenAsync(people.Client(service, "admin"));
            var incident = await people.Client(service, "employee1").SendAsync("/incidents", Report());
            number = (string)incident["number"]!;
            submittedAt = DateTimeOffset.Parse((string)incident["submittedAt"]!, CultureInfo.InvariantCulture);
            await service.KillAsync();
        }

        var before = Mail.In(data).Count;
        await Calls.UntilAsync(() => Task.FromResult(DateTimeOffset.UtcNow), now => now > submittedAt.AddSeconds(6.5), Longest);
        await using var next = await data.StartAsync();
        var rows = await Calls.UntilAsync(() => MailRow.ListAsync(people.Client(next, "admin")), found => IsOver(found, number), Longest);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.LessThan(Owed.Length));
            CheckSteps(data, rows, number, submittedAt, next.ReadyAt);
            Assert.That(Mail.In(data).Select(mail => mail.MessageId), Is.Unique.And.EquivalentTo(rows.Select(row => row.MessageId)));
        }
    }

    private static bool IsOver(List<MailRow> rows, string number) =>
        rows.TrueForAll(row => row.State == "sent") && Owed.All(owed => Steps(rows, number).Contains((owed.Rule, owed.Template, owed.Name)));

    internal static IEnumerable<(string Rule, string Template, string Name)> Steps(List<MailRow> rows, string number) =>
        rows.Where(row => row.Number == number && (row.Rule is "R1" or "R3" or "R5" || row.Template == "receipt")).Select(row => (row.Rule, row.Template, row.Name));

    /// <param name="notBefore">From when on something could be sent at all.</param>
    private static void CheckSteps(Installation data, List<MailRow> rows, string number, DateTimeOffset submittedAt, DateTimeOffset notBefore)
    {
        var arrived = Mail.In(data).ToLookup(mail => mail.MessageId, mail => mail.At);
        Assert.That(Steps(rows, number), Is.EquivalentTo(Owed.Select(owed => (owed.Rule, owed.Template, owed.Name))));
        foreach (var step in Owed.GroupBy(owed => (owed.Rule, owed.Template, owed.Name)))
        {
            var times = rows.Where(row => row.Number == number && (row.Rule, row.Template, row.Name) == step.Key)
                .SelectMany(row => arrived[row.MessageId!]).Order().ToList();
            foreach (var (at, owed) in times.Zip(step.Select(owed => submittedAt.AddSeconds(owed.Seconds)).Order()))
            {
                var latest = (owed > notBefore ? owed : notBefore) + Late;
                Assert.That(at, Is.InRange(owed, latest), $"{step.Key}");
            }
        }
    }

    // What was told is in no mail: neither the words nor what the codes stand for, nor who told it.
    private static async Task CheckContentAsync(Installation data, HttpClient client)
    {
        var labels = new List<string>();
        foreach (var list in new[] { "incident_kinds", "consequences", "situations", "counterpart_relations" })
        {
            var codes = (await client.ReadAsync($"/code-lists/{list}"))["codes"]!.AsArray();
            labels.AddRange(codes.Select(code => (string)code!["label"]!));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(labels, Has.Count.GreaterThan(20));
            foreach (var mail in Mail.In(data))
            {
                var words = $" {NoWord().Replace(mail.Content, " ")} ";
                Assert.That(mail.Content, Does.Not.Contain(Marker));
                Assert.That(mail.Name == "employee1" ? string.Empty : mail.Content, Does.Not.Contain(Municipality.FirstReporter));
                Assert.That(labels.Where(label => words.Contains($" {NoWord().Replace(label, " ").Trim()} ", StringComparison.OrdinalIgnoreCase)), Is.Empty);
            }
        }
    }

    private static JsonObject Report()
    {
        var report = Reports.One("threat_direct.death");
        report["description"] = Marker;
        report["platform"] = Marker;
        report["situations"] = new JsonArray("home_visit_planned");
        report["consequences"] = new JsonArray("fear_at_work");
        report["counterpart"] = new JsonObject { ["relation"] = "client", ["identity"] = Marker };
        report["wishes"] = new JsonObject { ["text"] = Marker };
        return report;
    }

    internal static async Task ShortenAsync(HttpClient admin)
    {
        using var current = await admin.GetAsync(new Uri($"{Calls.Base}/follow-up-policy", UriKind.Relative));
        var policy = await current.ExpectAsync(HttpStatusCode.OK);
        policy["quietHours"] = null;
        foreach (var rule in policy["rules"]!.AsArray().Select(rule => rule!.AsObject()))
        {
            switch ((string)rule["rule"]!)
            {
                case "R1":
                    Shorten(rule, due: 4, escalate: 4, deputy: 3, 1, 2);
                    break;
                case "R3":
                    Shorten(rule, due: 5, escalate: 5, deputy: null, 2);
                    break;
                case "R5":
                    Shorten(rule, due: 6, escalate: 6, deputy: null, 3);
                    break;
            }
        }

        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Calls.Base}/follow-up-policy") { Content = Calls.Json(policy) };
        request.Headers.TryAddWithoutValidation("If-Match", current.Headers.ETag!.ToString());
        using var answer = await admin.SendAsync(request);
        await answer.ExpectAsync(HttpStatusCode.OK);
    }

    private static void Shorten(JsonObject rule, int due, int escalate, int? deputy, params int[] remind)
    {
        rule["due"] = Seconds(due);
        rule["escalateAt"] = Seconds(escalate);
        rule["remindAt"] = new JsonArray([.. remind.Select(seconds => (JsonNode)Seconds(seconds))]);
        rule["alsoRemind"] = new JsonArray();
        rule["immediate"] = true;
        rule["calendar"] = "none";
        rule.Remove("dueSerious");
        rule.Remove("deputyAt");
        if (deputy is { } at)
        {
            rule["deputyAt"] = Seconds(at);
        }
    }

    private static string Seconds(int seconds) => string.Create(CultureInfo.InvariantCulture, $"PT{seconds}S");

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex NoWord();
}
