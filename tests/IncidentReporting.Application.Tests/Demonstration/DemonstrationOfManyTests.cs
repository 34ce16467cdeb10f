using IncidentReporting.Application.Demonstration;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Demonstration;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Demonstration;

/// <summary>The demonstration of a whole country, as facts: who is in it, and that it resembles the survey's population.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class DemonstrationOfManyTests(DatabaseProvider provider)
{
    private const int Added = 4000;

    private TestService _service = null!;
    private List<Incident> _incidents = null!;
    private List<Employer> _employers = null!;
    private List<Headcount> _headcounts = null!;
    private List<PulseAnswer> _answers = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        _service = await StartAsync(provider);
        await AddAsync(_service);
        _incidents = await _service.WithDbAsync(db => db.Set<Incident>().AsNoTracking().ToListAsync());
        _employers = await _service.WithDbAsync(db => db.Set<Employer>().AsNoTracking().ToListAsync());
        _headcounts = await _service.WithDbAsync(db => db.Set<Headcount>().AsNoTracking().ToListAsync());
        _answers = await _service.WithDbAsync(db => db.Set<PulseAnswer>().AsNoTracking().ToListAsync());
    }

    [OneTimeTearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [Test]
    public void Incidents_Added_AreThatManyAndAFifthInTheMunicipality()
    {
        var municipality = _employers.Single(employer => employer.Name == "Exempelkommun").Id;
        var added = _incidents.Where(incident => incident.Report.Description is null && !incident.IsDraft).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_incidents, Has.Count.EqualTo(Added + 400));
            Assert.That(added.Count(incident => incident.EmployerId == municipality), Is.GreaterThan(Added / 5));
            Assert.That(_employers.Count(employer => employer.Kind == OrganisationKind.Employer), Is.GreaterThan(8));
            Assert.That(_employers.Select(employer => employer.County).Distinct().Count(), Is.GreaterThan(5));
            Assert.That(_employers.Select(employer => employer.Sector), Does.Contain("private_provider").And.Contain("municipality"));
            Assert.That(_employers.Select(employer => employer.Name), Is.Unique);
        }
    }

    [Test]
    public void Units_Added_HaveTenToSixtyIncidentsAYear()
    {
        var yearly = _incidents.Where(incident => incident.SubmittedAt > _service.Now.AddYears(-1)).GroupBy(incident => incident.UnitId).Select(unit => unit.Count()).ToList();

        Assert.That(yearly.Count(count => count is >= 8 and <= 70) / (double)yearly.Count, Is.GreaterThan(0.9));
    }

    [Test]
    public void Figures_OfTheRegister_ResembleTheSurvey()
    {
        var decided = _incidents.Where(incident => incident.PoliceStatus is not (PoliceStatus.Undecided or PoliceStatus.DecidedReport)).ToList();
        var reported = decided.Where(incident => incident.PoliceStatus != PoliceStatus.DecidedNot).ToList();
        var isPrivate = _employers.Where(employer => employer.Sector == "private_provider").Select(employer => employer.Id).ToHashSet();
        var ratings = _incidents.SelectMany(incident => incident.Ratings).Where(rating => rating.Adequacy is "fully" or "mostly" or "insufficient" or "none").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reported.Count / (double)decided.Count, Is.InRange(0.17, 0.23));
            Assert.That(reported.Count(incident => isPrivate.Contains(incident.EmployerId)) / (double)decided.Count(incident => isPrivate.Contains(incident.EmployerId)), Is.InRange(0.11, 0.19));
            Assert.That(reported.Count(incident => incident.Police.Any(step => step.Status == PoliceStatus.Opened)) / (double)reported.Count, Is.InRange(0.27, 0.39));
            Assert.That(ratings.Count(rating => rating.Adequacy is "insufficient" or "none") / (double)ratings.Count, Is.InRange(0.26, 0.35));
        }
    }

    [Test]
    public void Answers_OfTheSurvey_ResembleIts()
    {
        var exposed = _answers.Where(answer => (answer.Exposure & 31) != 0).ToList();
        var helped = exposed.Where(answer => answer.Support is >= 1 and <= 4).ToList();
        var threats = exposed.Count(answer => (answer.Exposure & 3) != 0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exposed.Count / (double)_answers.Count, Is.InRange(0.42, 0.48));
            Assert.That(helped.Count(answer => answer.Support >= 3) / (double)helped.Count, Is.InRange(0.27, 0.34));
            Assert.That(_answers.Count(answer => answer.OffDutySafety == 1) / (double)_answers.Count, Is.InRange(0.08, 0.12));
            Assert.That(threats, Is.GreaterThan(exposed.Count * 0.6));
            Assert.That(_answers.Select(answer => answer.StatKey), Is.All.InRange(0, uint.MaxValue));
            Assert.That(RateOf(3), Is.GreaterThan(RateOf(1)).And.GreaterThan(RateOf(6)));
            Assert.That(RateOf(1), Is.GreaterThan(RateOf(2)).And.GreaterThan(RateOf(6)));
        }

        double RateOf(int group) => exposed.Count(answer => answer.OccupationalGroup == group) / (double)_answers.Count(answer => answer.OccupationalGroup == group);
    }

    [Test]
    public void Headcounts_OfEveryUnitAndGroup_StandForEveryMonth()
    {
        var last = Headcount.FirstOf(DateOnly.FromDateTime(_service.Now.UtcDateTime)).AddMonths(-1);
        var rows = _headcounts.GroupBy(row => (row.UnitId, row.OccupationalGroup)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_incidents.Select(incident => incident.UnitId).Distinct(), Is.EquivalentTo(rows.Select(row => row.Key.UnitId).Distinct()));
            Assert.That(rows, Is.All.Matches<IGrouping<(UnitId, string), Headcount>>(row => row.Max(one => one.Month) == last && row.Count() >= 24));
        }
    }

    [Test]
    public async Task Facts_OfCasesAdded_AreTheirProjection()
    {
        var told = await _service.WithAsync(services =>
            services.GetRequiredService<AppDb>().Database.SqlQuery<int>($"""SELECT "Combo" AS "Value" FROM "StatFact" WHERE "Fact" = 1""").ToListAsync());
        var calendar = Domain.Obligations.WorkCalendar.Sweden;
        var expected = _incidents.Select(incident => IncidentFacts.Of(incident, calendar)).OfType<IncidentFacts>().Select(facts => facts.Combo);

        Assert.That(told.Order(), Is.EqualTo(expected.Order()));
    }

    [Test]
    public async Task Add_OfTheSameSeed_MakesTheSameCases()
    {
        await using var other = await StartAsync(provider);
        await AddAsync(other);
        var incidents = await other.WithDbAsync(db => db.Set<Incident>().AsNoTracking().ToListAsync());

        Assert.That(incidents.Select(Content).Order(StringComparer.Ordinal), Is.EqualTo(_incidents.Select(Content).Order(StringComparer.Ordinal)));
    }

    private static string Content(Incident incident) =>
        $"{incident.Number} {incident.SubmittedAt:O} {incident.PoliceStatus} {incident.Report.Kinds.ToStored()} {incident.Report.OccurredAt:O} {incident.Exposed.Count} {string.Join(' ', incident.Ratings.Select(rating => rating.Adequacy))}";

    private static Task<TestService> StartAsync(DatabaseProvider provider) =>
        TestService.StartAsync(provider, services => services.AddObligations().AddDemonstration());

    private static Task<int> AddAsync(TestService service) => service.WithAsync(async services =>
    {
        await services.GetRequiredService<IDemonstration>().AddAsync(Added, seed: 11, factsOnly: true, new Progress<int>(), CancellationToken.None);
        return 0;
    });
}
