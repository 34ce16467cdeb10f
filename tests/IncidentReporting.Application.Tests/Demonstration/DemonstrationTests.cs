using System.Text.RegularExpressions;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Demonstration;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Watches;
using IncidentReporting.Infrastructure.Demonstration;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Demonstration;

[TestFixture]
public sealed partial class DemonstrationTests
{
    private const string Domain = "@exempelkommun.example";

    private TestService _service = null!;
    private List<Incident> _incidents = null!;
    private List<Obligation> _obligations = null!;
    private List<Person> _people = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        _service = await StartAsync();
        await FillAsync(_service);
        _incidents = await IncidentsOfAsync(_service);
        _obligations = await _service.WithDbAsync(db => db.Set<Obligation>().AsNoTracking().ToListAsync());
        _people = await _service.WithDbAsync(db => db.Set<Person>().AsNoTracking().ToListAsync());
    }

    [OneTimeTearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [Test]
    public async Task Warning_InTheUnitWhereMoreHappens_WaitsToBeGoneThrough()
    {
        var open = await _service.WithDbAsync(db => db.Set<UnitWatch>().Where(watch => watch.AcknowledgedAt == null).ToListAsync());
        var units = await _service.WithDbAsync(db => db.Set<Unit>().ToDictionaryAsync(unit => unit.Id, unit => unit.Name));

        (string, bool)[] waiting = [.. open.Select(watch => (units[watch.UnitId], watch.WholeEmployer))];

        Assert.That(waiting, Has.Member(("Stödboende Linden", false)).And.Length.LessThanOrEqualTo(2));
    }

    [Test]
    public void Fill_OfAnEmptyDatabase_HoldsSome400IncidentsOfTwoYears()
    {
        Assert.That(_incidents, Has.Count.EqualTo(400));
        Assert.That(_incidents.Min(incident => incident.CreatedAt), Is.LessThan(_service.Now.AddMonths(-22)));
        Assert.That(_incidents.Max(incident => incident.CreatedAt), Is.LessThanOrEqualTo(_service.Now));
    }

    // A case passes through "assessed" within one act and is never found there.
    [Test]
    public void Fill_OfAnEmptyDatabase_HasEveryState() =>
        Assert.That(_incidents.Select(incident => incident.State).Distinct(), Is.EquivalentTo(Enum.GetValues<IncidentState>().Except([IncidentState.Assessed])));

    [Test]
    public void Fill_OfAnEmptyDatabase_HasAClosingThatWaitsAndOneObjectedTo()
    {
        var waiting = _incidents.Where(incident => incident.State == IncidentState.FollowUp).ToList();
        Assert.That(waiting.Exists(incident => incident.CurrentProposal is not null && !incident.IsObjected));
        Assert.That(waiting.Exists(incident => incident.IsObjected));
        Assert.That(waiting.Exists(incident => incident.CurrentProposal is null));
    }

    [Test]
    public void Numbers_OfEachEmployerAndYear_AreInTheOrderOfSubmissionWithoutAGap()
    {
        foreach (var year in _incidents.Where(incident => !incident.IsDraft).GroupBy(incident => (incident.EmployerId, incident.Number![..4])))
        {
            var numbers = year.OrderBy(incident => incident.SubmittedAt).ThenBy(incident => incident.Number, StringComparer.Ordinal).Select(incident => int.Parse(incident.Number![5..]));
            Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, year.Count())));
        }
    }

    [Test]
    public async Task Numbers_AfterTheDemonstration_GoOnWithTheNext()
    {
        var employer = _people.Single(person => person.Email == "employee" + Domain).EmployerId;
        var year = _service.Now.Year;
        var last = _incidents.Count(incident => incident.EmployerId == employer && incident.Number?.StartsWith($"{year}-", StringComparison.Ordinal) == true);

        var next = await _service.WithAsync(async services =>
        {
            await using var scope = await services.GetRequiredService<IIncidentReportingDb>().BeginAsync();
            return await services.GetRequiredService<ICaseNumbers>().NextAsync(employer, year, CancellationToken.None);
        });

        Assert.That(next, Is.EqualTo(last + 1));
    }

    [TestCase("employee" + Domain, Role.Employee)]
    [TestCase("colleague" + Domain, Role.Employee)]
    [TestCase("manager" + Domain, Role.Manager)]
    [TestCase("deputy" + Domain, Role.Deputy)]
    [TestCase("rep" + Domain, Role.SafetyRepresentative)]
    [TestCase("outsider" + Domain, Role.Employee)]
    [TestCase("head" + Domain, Role.Manager)]
    [TestCase("headrep" + Domain, Role.HeadSafetyRepresentative)]
    [TestCase("coordinator" + Domain, Role.Coordinator)]
    [TestCase("analyst" + Domain, Role.Analyst)]
    [TestCase("auditor" + Domain, Role.Auditor)]
    [TestCase("admin" + Domain, Role.Administrator)]
    [TestCase("dpo" + Domain, Role.DataProtectionOfficer)]
    [TestCase("employee@omsorg.example", Role.Employee)]
    [TestCase("manager@omsorg.example", Role.Manager)]
    [TestCase("reader@union.example", Role.UnionReader)]
    public async Task User_OfTheDemonstration_SignsInAndHoldsTheRole(string userName, Role role)
    {
        var user = await _service.WithAsync(services =>
            services.GetRequiredService<IAccounts>().VerifyAsync(userName, "demo-Lösenord-2026", code: null, CancellationToken.None));

        Assert.That(user, Is.Not.Null);
        var held = await _service.WithDbAsync(db => db.Set<RoleAssignment>().AsNoTracking().Where(one => one.UserId == user).Select(one => one.Role).ToListAsync());
        Assert.That(held, Does.Contain(role));
        Assert.That(held.Contains(Role.Employee), Is.EqualTo(role != Role.UnionReader));
    }

    [TestCase("manager")]
    [TestCase("head")]
    [TestCase("rep")]
    [TestCase("coordinator")]
    public void Duties_OfAUser_ArePendingAndOverdue(string user)
    {
        var states = StatesOf(user);
        Assert.That(states, Does.Contain("pending"));
        Assert.That(states, Does.Contain("overdue"));
    }

    [Test]
    public void Duties_OfTheDemonstration_AreMoreOftenDoneThanOverdue() =>
        Assert.That(_obligations.Count(row => row.StateAt(_service.Now) == "done"), Is.GreaterThan(10 * _obligations.Count(row => row.StateAt(_service.Now) == "overdue")));

    [Test]
    public async Task Mails_OfTheDemonstration_AreNotOrdered()
    {
        Assert.That(await _service.WithDbAsync(db => db.Set<OutboxMessage>().CountAsync()), Is.Zero);
        Assert.That(_obligations.Exists(row => row.NextStepAt <= _service.Now), Is.False);
    }

    [Test]
    public async Task Log_OfTheDemonstration_TellsOfEveryCase()
    {
        var told = await _service.WithDbAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "drafted").Select(entry => entry.IncidentId).ToListAsync());
        Assert.That(told, Is.EquivalentTo(_incidents.Select(incident => (IncidentId?)incident.Id)));
    }

    [Test]
    public void Employee_OfTheDemonstration_HasAHandfulOfCasesInDifferentStates()
    {
        var employee = _people.Single(person => person.Email == "employee" + Domain).Id;
        var own = _incidents.Where(incident => incident.ReporterId == employee).ToList();
        Assert.That(own, Has.Count.EqualTo(6));
        Assert.That(own.Select(incident => incident.State).Distinct().Count(), Is.GreaterThanOrEqualTo(5));
    }

    [Test]
    public void Figures_OfTheDemonstration_ResembleTheSurvey()
    {
        var settled = _incidents.Where(incident => incident.PoliceStatus is not (PoliceStatus.Undecided or PoliceStatus.DecidedReport)).ToList();
        var reported = settled.Where(incident => incident.PoliceStatus != PoliceStatus.DecidedNot).ToList();
        var opened = reported.Count(incident => incident.Police.Any(step => step.Status == PoliceStatus.Opened));
        var ratings = _incidents.SelectMany(incident => incident.Ratings).ToList();

        Assert.That((double)reported.Count / settled.Count, Is.InRange(0.14, 0.27));
        Assert.That((double)opened / reported.Count, Is.InRange(0.2, 0.47));
        Assert.That(ratings.Count(rating => rating.Adequacy is "insufficient" or "none") / (double)ratings.Count, Is.InRange(0.2, 0.4));
        Assert.That(_incidents.Count(incident => incident.Report.Kinds.HasCategory("online_attack")) / 400.0, Is.InRange(0.06, 0.2));
        var threats = _incidents.Count(incident => incident.Report.Kinds.HasCategory("threat_veiled") || incident.Report.Kinds.HasCategory("threat_direct"));
        Assert.That(threats, Is.GreaterThan(200));
    }

    [Test]
    public void Texts_OfTheDemonstration_AreCalmAndTellOfNobody()
    {
        string[] never = ["minor", "bagatell", "lindrig", "överdriv", "överreag", "hysteri", "skylla", "skyll ", "inbill", "offer", "null", "TODO"];
        foreach (var text in _incidents.SelectMany(TextsOf))
        {
            Assert.That(never.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)), Is.Empty);
            Assert.That(Placeholder().IsMatch(text), Is.False);
            Assert.That(PersonalNumber().IsMatch(text), Is.False);
            Assert.That(char.IsUpper(text[0]) && text[^1] is '.' && !text.Contains("  ", StringComparison.Ordinal));
        }
    }

    [Test]
    public async Task Fill_WhenItIsInAlready_ChangesNothing()
    {
        await FillAsync(_service);
        Assert.That(await _service.WithDbAsync(db => db.Set<Incident>().CountAsync()), Is.EqualTo(400));
        Assert.That(await IsInAsync(_service), Is.True);
    }

    [Test]
    public async Task Fill_OfTwoDatabases_MakesTheSameCases()
    {
        await using var other = await StartAsync();
        Assert.That(await IsInAsync(other), Is.False);
        await FillAsync(other);

        Assert.That((await IncidentsOfAsync(other)).Select(Content), Is.EqualTo(_incidents.Select(Content)));
    }

    [Test]
    public async Task Fill_ThatIsCutOff_LeavesNothing()
    {
        await using var other = await StartAsync();
        using var stop = new CancellationTokenSource();
        await other.WithAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.SavedChanges += (_, saved) =>
            {
                if (saved.EntitiesSavedCount > 50)
                {
                    stop.Cancel();
                }
            };
            Assert.That(() => services.GetRequiredService<IDemonstration>().FillAsync(stop.Token), Throws.InstanceOf<OperationCanceledException>());
            return await Task.FromResult(0);
        });

        Assert.That(stop.IsCancellationRequested);
        Assert.That(await other.WithDbAsync(db => db.Set<Employer>().AnyAsync()), Is.False);
        await FillAsync(other);
        Assert.That(await other.WithDbAsync(db => db.Set<Incident>().CountAsync()), Is.EqualTo(400));
    }

    [Test]
    public async Task Add_OfMoreThanABatch_AddsThatManyWithNumbersThatGoOn()
    {
        await using var other = await StartAsync();
        await FillAsync(other);
        var told = new List<int>();
        await other.WithAsync(async services =>
        {
            await services.GetRequiredService<IDemonstration>().AddAsync(1200, seed: 7, factsOnly: false, new Told(told), CancellationToken.None);
            return 0;
        });

        var numbers = await other.WithDbAsync(db => db.Set<Incident>().AsNoTracking().Where(incident => incident.Number != null)
            .Select(incident => new { incident.EmployerId, incident.Number }).ToListAsync());
        Assert.That(await other.WithDbAsync(db => db.Set<Incident>().CountAsync()), Is.EqualTo(1600));
        Assert.That(told, Has.Count.GreaterThan(1));
        Assert.That(told[^1], Is.EqualTo(1200));
        foreach (var year in numbers.GroupBy(row => (row.EmployerId, row.Number![..4])))
        {
            Assert.That(year.Select(row => int.Parse(row.Number![5..])).Order(), Is.EqualTo(Enumerable.Range(1, year.Count())));
        }
    }

    [Test]
    public async Task Directory_OfEachEmployer_NamesMeasuresOfTheList()
    {
        var entries = await _service.WithDbAsync(db => db.Set<SupportEntry>().AsNoTracking().ToListAsync());
        Assert.That(entries.Select(entry => entry.EmployerId).Distinct().Count(), Is.EqualTo(2));
        Assert.That(entries.Select(entry => entry.Measure), Is.All.Matches<string>(CodeLists.SupportMeasures.Contains));
        Assert.That(await _service.WithDbAsync(db => db.Set<Campaign>().CountAsync()), Is.EqualTo(2));
    }

    private static Task<TestService> StartAsync() => TestService.StartAsync(DatabaseProvider.Sqlite, services => services.AddObligations().AddDemonstration());

    private static Task<int> FillAsync(TestService service) => service.WithAsync(async services =>
    {
        await services.GetRequiredService<IDemonstration>().FillAsync(CancellationToken.None);
        return 0;
    });

    private static Task<bool> IsInAsync(TestService service) =>
        service.WithAsync(services => services.GetRequiredService<IDemonstration>().IsInAsync(CancellationToken.None));

    private static Task<List<Incident>> IncidentsOfAsync(TestService service) =>
        service.WithDbAsync(async db => (await db.Set<Incident>().AsNoTracking().ToListAsync()).OrderBy(incident => incident.CreatedAt).ThenBy(incident => incident.Id.Value).ToList());

    private List<string> StatesOf(string user)
    {
        var id = _people.Single(person => person.Email == user + Domain).Id;
        return [.. _obligations.Where(row => row.ResponsibleUserId == id).Select(row => row.StateAt(_service.Now)).Distinct()];
    }

    // Ids are new with every filling; everything else is the same.
    private static string Content(Incident incident) => string.Join('|', [
        incident.Number ?? "-", $"{incident.State}", $"{incident.SubmittedAt:O}", $"{incident.ClosedAt:O}", $"{incident.PoliceStatus}", $"{incident.SupportState}",
        incident.Report.Kinds.ToStored(), $"{incident.Report.OccurredAt:O}", $"{incident.Exposed.Count} {incident.Actions.Count} {incident.Offers.Count}", .. TextsOf(incident),
    ]);

    private static IEnumerable<string> TextsOf(Incident incident) =>
        ((IEnumerable<CaseText?>)[
            incident.Report.Description, incident.Report.WishesText, incident.Assessment?.Text, incident.Assessment?.AvReason, incident.WithdrawalReason,
            .. incident.Notes.OrderBy(note => note.At).ThenBy(note => note.Text.Value, StringComparer.Ordinal).Select(note => note.Text),
            .. incident.Actions.OrderBy(action => action.PlannedAt).Select(action => action.Description),
            .. incident.FollowUps.OrderBy(talk => talk.Day).Select(talk => talk.Summary),
            .. incident.Offers.OrderBy(offer => offer.OfferedAt).Select(offer => offer.Note),
            .. incident.Police.OrderBy(step => step.RecordedAt).Select(step => step.Note),
            .. incident.Ratings.OrderBy(rating => rating.At).Select(rating => rating.Comment),
            .. incident.Proposals.OrderBy(proposal => proposal.ProposedAt).Select(proposal => proposal.Summary),
            .. incident.Answers.OrderBy(answer => answer.At).Select(answer => answer.Comment),
        ]).OfType<CaseText>().Select(text => text.Value);

    [GeneratedRegex(@"[{}]", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\d{6,8}[-+]?\d{4}", RegexOptions.None, 1000)]
    private static partial Regex PersonalNumber();

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
