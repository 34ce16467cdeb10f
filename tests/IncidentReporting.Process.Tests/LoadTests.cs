using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>Reports that come at the same moment.</summary>
internal sealed class LoadTests
{
    private const int All = 16 * 40;

    [Test]
    public async Task Reports_BySixteenClientsOnTheEmbeddedDatabase_AreAllKeptWithNumbersOfTheirOwn()
    {
        var (data, people) = await Municipality.CopyAsync();
        await using var _ = data;
        await using var service = await data.StartAsync();
        var reports = new Reports(All);

        await reports.SendAsync(people, service);

        await Kept.CheckCasesAsync(people.Client(service, "manager"), reports, All);
    }

    [Test]
    public async Task Reports_BySixteenClientsOnTwoInstancesOfOneServerDatabase_AreAllKeptAndMailedOnce()
    {
        await using var data = await Installation.EmptyAsync(DatabaseProvider.PostgreSql);
        var early = await data.RunAsync(input: null);
        var migrated = await data.RunAsync(input: null, "migrate");
        var people = await Municipality.MakeAsync(data);
        await using var one = await data.StartAsync();
        await using var beside = data.Beside();
        await using var other = await beside.StartAsync();
        var reports = new Reports(All);

        await reports.SendAsync(people, one, other);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early.ExitCode, Is.EqualTo(1));
            Assert.That(early.Errors.Trim(), Is.EqualTo("The database has not this version's tables: run the command migrate first."));
            Assert.That(migrated.ExitCode, Is.Zero);
        }

        await Kept.CheckCasesAsync(people.Client(one, "manager"), reports, All);
        await Kept.CheckMailsAsync(people.Client(other, "admin"), reports, data, beside);
    }
}
