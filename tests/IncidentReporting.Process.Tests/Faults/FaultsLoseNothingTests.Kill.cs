using System.Security.Cryptography;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>No crash, full disk, locked database, dead server or moved clock loses or halves what was answered.</summary>
internal sealed partial class FaultsLoseNothingTests
{
    private const int Kills = 10;
    private const int KillsAtReminders = 4;

    [Test]
    public async Task Kill_AtTenRandomPointsOfSubmitTransitionUploadAndReminder_LosesNothingAnswered()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        var work = new CaseWork(100, leaveEvery: 3) { Pause = TimeSpan.FromMilliseconds(50) };
        var struck = new List<StepKind>();
        var reminderRuns = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var service = await data.StartAsync();
            if (kill == 1)
            {
                await FollowUpTests.ShortenAsync(people.Client(service, "admin"));
            }

            var working = work.RunAsync(people, service);
            if (kill <= KillsAtReminders)
            {
                reminderRuns += await RemindedAsync(data, work) ? 1 : 0;
            }
            else
            {
                await work.AnsweredAsync(RandomNumberGenerator.GetInt32(4, 26));
                await work.UnderWayAsync((StepKind)(kill % 3));
            }

            await Task.Delay(RandomNumberGenerator.GetInt32(0, 6));
            struck.AddRange(work.UnderWay);
            await service.KillAsync();
            await working;
        }

        await using var last = await data.StartAsync();
        await work.RunAsync(people, last);
        using var admin = people.Client(last, "admin");
        var left = work.Walks.Where(walk => walk.IsLeft).Select(walk => walk.Answered!.Number).ToList();
        var owed = FollowUpTests.OwedReminders.ToList();
        var rows = await Calls.UntilAsync(() => MailRow.ListAsync(admin), found => left.TrueForAll(number => Reminders(found, number).Count() >= owed.Count), TimeSpan.FromSeconds(30));

        await Whole.CheckCasesAsync(people, last, work);
        await Kept.CheckMailsAsync(admin, work.Answered, data);
        await Whole.CheckLogAndSealsAsync(data);
        using (Assert.EnterMultipleScope())
        {
            foreach (var number in left)
            {
                Assert.That(Reminders(rows, number), Is.EquivalentTo(owed), number);
            }

            Assert.That(struck.Distinct(), Is.EquivalentTo(Enum.GetValues<StepKind>()), "each kind was under way at a kill");
            Assert.That(reminderRuns, Is.EqualTo(KillsAtReminders), "killed in the middle of reminders");
        }

        TestContext.Out.WriteLine($"Under way at the kills: {string.Join(", ", struck.GroupBy(kind => kind).Select(kind => $"{kind.Key} {kind.Count()}"))}.");
    }

    [Test]
    public async Task Kill_OfRotateKeysAtTenRandomPoints_LeavesEveryTextOpenAndOneKey()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        await using var service = await data.StartAsync();
        var work = new CaseWork(60, leaveEvery: 4) { Pause = TimeSpan.FromMilliseconds(200) };
        var working = work.RunAsync(people, service);
        var begun = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            // At any moment from its start on; every other time when the employers' keys have their turn, once at the end of that.
            begun += await KillRotationAsync(
                data, afterMaster: kill % 2 == 0, TimeSpan.FromMilliseconds(kill == Kills ? RandomNumberGenerator.GetInt32(5800, 6300) : RandomNumberGenerator.GetInt32(0, 1000)));
        }

        var ended = await data.RunAsync(input: null, "rotate-keys");
        await working;
        var more = new CaseWork(4, prefix: "after");
        await more.RunAsync(people, service);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ended.ExitCode, Is.Zero, ended.Errors);
            Assert.That(begun, Is.GreaterThanOrEqualTo(Kills / 2), "killed in the middle of the employers' keys");
            Assert.That(more.Unexpected, Is.Empty);
            Assert.That(await KeysAsync(data), Is.EqualTo((1L, 1L)), "one key for each employer, under one master key");
        }

        await Whole.CheckLogAndSealsAsync(data);
        Assert.That(work.Refused, Is.Empty);
    }

    // Waits until one more reminder has been ordered; false where nothing is left to be reminded of.
    private static async Task<bool> RemindedAsync(Installation data, CaseWork work)
    {
        const string Ordered = """SELECT COUNT(*) FROM "OutboxMessages" WHERE "Template" IN ('reminder', 'escalation')""";
        var before = await Sql.NumberAsync(data, Ordered);
        while (await Sql.NumberAsync(data, Ordered) == before)
        {
            if (work.IsOver)
            {
                return false;
            }

            await Task.Delay(20);
        }

        return true;
    }

    private static IEnumerable<(string Rule, string Template, string Name)> Reminders(List<MailRow> rows, string number) =>
        FollowUpTests.Steps(rows, number).Where(step => step.Template != "receipt");

    // Answers 1 where the master key had been replaced.
    private static async Task<int> KillRotationAsync(Installation data, bool afterMaster, TimeSpan delay)
    {
        using var rotation = System.Diagnostics.Process.Start(data.StartInfo("rotate-keys"))!;
        rotation.StandardInput.Close();
        var errors = rotation.StandardError.ReadToEndAsync();
        var line = rotation.StandardOutput.ReadLineAsync();
        if (afterMaster)
        {
            Assert.That(await line, Does.StartWith("The master key is new"), () => errors.Result);
        }

        await Task.Delay(delay);
        rotation.Kill();
        await rotation.WaitForExitAsync();
        return await line is null ? 0 : 1;
    }

    // The most that any employer has, and how many master keys are in use.
    private static async Task<(long Keys, long Masters)> KeysAsync(Installation data) => (
        await Sql.NumberAsync(data, """SELECT MAX(Keys) FROM (SELECT COUNT(*) AS Keys FROM "EmployerKeys" GROUP BY "EmployerId")"""),
        await Sql.NumberAsync(data, """SELECT COUNT(DISTINCT "MasterId") FROM "EmployerKeys" """));
}
