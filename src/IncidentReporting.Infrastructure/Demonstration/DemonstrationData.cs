using IncidentReporting.Application.Common;
using IncidentReporting.Application.Demonstration;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Identity;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Demonstration;

internal sealed class DemonstrationData(
    AppDb db, UserManager<AppUser> users, IPasswordHasher<AppUser> hasher, IOrgCharts charts, IPolicies policies, CaseWriter writer, IStatisticsUpkeep statistics, TimeProvider time)
    : IDemonstration
{
    public const string Password = "demo-Lösenord-2026";

    private const int Cases = 400;
    private const int Seed = 20_210_511;

    public async Task<bool> IsInAsync(CancellationToken cancellationToken)
    {
        string[] names = [.. DemoOrganisation.UserNames.Select(name => users.NormalizeName(name)!)];
        return await db.Users.AnyAsync(account => names.Contains(account.NormalizedUserName), cancellationToken);
    }

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        await FillEmptyAsync(cancellationToken);
        await statistics.FreezeDueAsync(progress: null, cancellationToken);
    }

    // All in one transaction: a start that is killed halfway leaves an empty database to the next.
    private async Task FillEmptyAsync(CancellationToken cancellationToken)
    {
        await using var scope = await db.BeginAsync(cancellationToken);
        if (await db.Set<Employer>().AnyAsync(cancellationToken) || await db.Users.AnyAsync(cancellationToken))
        {
            return;
        }

        var now = time.Now();
        var organisation = DemoOrganisation.Make(now);
        await AddOrganisationAsync(organisation, now, cancellationToken);
        await AddAccountsAsync(organisation);
        db.ClearTracked();

        var casts = DemoCast.Of(organisation.Charts, now);
        await AddCasesAsync(casts, Cases, DemoScenes.Of(casts, now), Seed, now, done: null, cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    public async Task AddAsync(int incidents, int seed, IProgress<int> done, CancellationToken cancellationToken)
    {
        if (incidents == 0)
        {
            return;
        }

        var now = time.Now();
        var employers = await db.Set<Person>().AsNoTracking().Where(person => DemoOrganisation.UserNames.Contains(person.Email))
            .Select(person => person.EmployerId).Distinct().ToListAsync(cancellationToken);
        var read = new List<OrgChart>();
        foreach (var employer in employers)
        {
            read.Add(await charts.OfAsync(employer, cancellationToken));
        }

        var casts = DemoCast.Of(read, now);
        if (casts.Count == 0)
        {
            throw new InvalidOperationException("The demonstration's employers are not in this database.");
        }

        await AddCasesAsync(casts, incidents, [], seed, now, done, cancellationToken);
    }

    private async Task AddOrganisationAsync(DemoOrganisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.AddRange(organisation.Employers);
        db.AddRange(organisation.Units);
        db.AddRange(organisation.People);
        db.AddRange(organisation.Roles);
        foreach (var chart in organisation.Charts.Where(chart => chart.Employer.Kind == OrganisationKind.Employer))
        {
            db.AddRange(DemoDirectory.EntriesOf(chart, now));
            db.Add(DemoDirectory.CampaignOf(chart, now));
            foreach (var unit in chart.Units.Where(unit => unit.RoutineReviewedOn is not null))
            {
                db.AddRange(RoutineDuty(chart, unit, now));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static IReadOnlyList<Obligation> RoutineDuty(OrgChart chart, Unit unit, DateTimeOffset now)
    {
        var plan = ObligationEngine.PlanUnitRoutine(
            new UnitRoutineFacts(unit.RoutineReviewedOn!.Value, EndedAt: null), FollowUpPolicy.Default, CaseObligations.CalendarOf(chart.Employer));
        var subject = new ObligationSubject(unit.EmployerId, SubjectKind.Unit, unit.Id.Value, unit.Id, IncidentId: null);
        var duties = ObligationSync.Apply([], [plan], subject, new PartyResolver(chart, new CaseParties { UnitId = unit.Id }, now), now);
        foreach (var duty in duties)
        {
            duty.TakeStepsAsDone(now);
        }

        return duties;
    }

    // Hashing is slow by design, and this password is no secret: it is hashed once for all.
    private async Task AddAccountsAsync(DemoOrganisation organisation)
    {
        var hash = hasher.HashPassword(new AppUser(), Password);
        foreach (var person in organisation.WhoSignIn)
        {
            var account = new AppUser { Id = person.Id.Value, UserName = person.Email, Email = person.Email, PasswordHash = hash };
            var created = await users.CreateAsync(account);
            if (!created.Succeeded)
            {
                throw new InvalidOperationException(created.Errors.First().Code);
            }
        }
    }

    private async Task AddCasesAsync(
        IReadOnlyList<DemoCast> casts, int incidents, IReadOnlyList<DemoPlan> scenes, int seed, DateTimeOffset now, IProgress<int>? done, CancellationToken cancellationToken)
    {
        var held = new Dictionary<EmployerId, DemoPolicy>();
        foreach (var employer in casts.Select(cast => cast.Chart.Employer.Id).Distinct())
        {
            var (version, _, policy) = await policies.CurrentAsync(employer, cancellationToken);
            held[employer] = new DemoPolicy(policy, version);
        }

        var count = new CaseCount();
        var cases = new DemoCases(casts, held, count, seed, now);
        await writer.WriteAsync(cases, incidents, scenes, count, [.. held.Keys], now, done, cancellationToken);
    }
}
