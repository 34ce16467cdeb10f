using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentReporting.Application.Tests.Sealing;

/// <summary>What a campaign is called lies sealed, also where release 0.1 wrote it readable.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CampaignSealingTests(DatabaseProvider provider)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);

    private readonly Employer _employer = Employer.Create(EmployerId.New(Start), "Kommunen", "municipality");
    private readonly Guid _id = Guid.CreateVersion7(Start);

    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateDatabase() => _database = await TestDatabase.CreateEmptyAsync(provider);

    [TearDown]
    public async Task DeleteDatabase() => await _database.DisposeAsync();

    [Test]
    public async Task Campaign_OfTheFirstRelease_IsSealedAtTheStartAndTheSameAsBefore()
    {
        await using var db = await FromTheFirstReleaseAsync();

        var moved = await new CampaignSealing(db).RunAsync(CancellationToken.None);

        var campaign = await db.Set<Campaign>().AsNoTracking().SingleAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved, Is.EqualTo(1));
            Assert.That((campaign.Id, campaign.EmployerId, campaign.Code), Is.EqualTo((_id, _employer.Id, "SE-2026-1")));
            Assert.That((campaign.FirstSeen, campaign.LastSeen), Is.EqualTo((new DateOnly(2026, 9, 1), (DateOnly?)new DateOnly(2026, 10, 1))));
            Assert.That(campaign.Name.Value, Is.EqualTo("Uthängning av Anna S"));
            Assert.That(campaign.Platforms, Is.EqualTo(["social_media_public", "Forumet"]));
            Assert.That(campaign.Name.Seal, Is.Not.Null);
            Assert.That(await db.Set<PlainCampaign>().AnyAsync(), Is.False);
        }
    }

    [Test]
    public async Task Start_ASecondTime_FindsNothingToSeal()
    {
        await using var db = await FromTheFirstReleaseAsync();
        await new CampaignSealing(db).RunAsync(CancellationToken.None);

        Assert.That(await new CampaignSealing(db).RunAsync(CancellationToken.None), Is.Zero);
        Assert.That(await db.Set<Campaign>().CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Texts_OfACampaign_AreOpenedWhenAllAreVerified()
    {
        await using var db = await FromTheFirstReleaseAsync();
        await new CampaignSealing(db).RunAsync(CancellationToken.None);

        var outcome = await new SealVerifier(db).VerifyAsync(CancellationToken.None);

        Assert.That((outcome.Opened, outcome.Broken.Count), Is.EqualTo((2L, 0)));
    }

    private async Task<AppDb> FromTheFirstReleaseAsync()
    {
        var db = _database.Open();
        await db.GetService<IMigrator>().MigrateAsync("Initial");
        db.AddRange(_employer, new PlainCampaign
        {
            Id = _id,
            EmployerId = _employer.Id,
            Name = "Uthängning av Anna S",
            Code = "SE-2026-1",
            FirstSeen = new DateOnly(2026, 9, 1),
            LastSeen = new DateOnly(2026, 10, 1),
            Platforms = CodeSet.Of(["social_media_public", "Forumet"]),
        });
        await db.SaveChangesAsync();
        await db.Database.MigrateAsync();
        db.ClearTracked();
        return db;
    }
}
