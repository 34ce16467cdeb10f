using IncidentReporting.Application.Common;
using IncidentReporting.Application.Demonstration;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Identity;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Demonstration;

internal sealed class DemonstrationData(
    AppDb db, UserManager<AppUser> users, IPasswordHasher<AppUser> hasher, IOrgCharts charts, IPolicies policies, CaseWriter writer, IStatisticsUpkeep statistics,
    ICellProtections protections, ISignalEvaluation signals, TimeProvider time)
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
        await WarnAsync(cancellationToken);
    }

    private async Task WarnAsync(CancellationToken cancellationToken)
    {
        foreach (var employer in await signals.EmployersAsync(cancellationToken))
        {
            try
            {
                await signals.EvaluateAsync(employer, cancellationToken);
            }
            catch (Exception fault) when (fault is UniqueViolationException or ChangedMeanwhileException)
            {
                // The hourly upkeep was quicker.
                db.ClearTracked();
            }
        }
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
        await AddStaffAsync(casts, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-DemoDays.Days - 365), Seed, now, cancellationToken);
        var order = new DemoOrder(Cases, DemoScenes.Of(casts, now), DemoDays.Days, FactsOnly: false, now);
        await AddCasesAsync(casts, order, [.. casts.Select(cast => cast.Chart.Employer.Id).Distinct()], Seed, done: null, cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    public async Task AddAsync(int incidents, int seed, bool factsOnly, IProgress<int> done, CancellationToken cancellationToken)
    {
        await FillEmptyAsync(cancellationToken);
        if (incidents > 0)
        {
            await AddManyAsync(incidents, seed, factsOnly, done, cancellationToken);
        }

        await statistics.FreezeDueAsync(progress: null, cancellationToken);
    }

    private async Task AddManyAsync(int incidents, int seed, bool factsOnly, IProgress<int> done, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var own = await db.Set<Person>().AsNoTracking().Where(person => DemoOrganisation.UserNames.Contains(person.Email))
            .Select(person => person.EmployerId).Distinct().ToListAsync(cancellationToken);
        var read = new List<OrgChart>();
        foreach (var employer in own)
        {
            read.Add(await charts.OfAsync(employer, cancellationToken));
        }

        if (!read.Exists(chart => chart.Employer.Name == DemoOrganisation.Municipality))
        {
            throw new InvalidOperationException("The demonstration's employers are not in this database.");
        }

        await db.PrepareForBulkAsync(cancellationToken);
        var days = DemoDays.For(incidents);
        var others = await db.Set<Employer>().CountAsync(cancellationToken) - read.Count;
        var since = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-days);
        var country = DemoCountry.Make(read, incidents * 365.25 / days, seed, since.AddYears(-1), others, now);
        await AddCountryAsync(country, since, seed, now, cancellationToken);
        charts.Changed(read[0].Employer.Id);
        await AddCasesAsync(country.Casts, new DemoOrder(incidents, [], days, factsOnly, now), own, seed, done, cancellationToken);
    }

    // What was frozen before these were thought up is frozen anew; only a demonstration's past can change so.
    private async Task AddCountryAsync(DemoCountry country, DateOnly since, int seed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = await db.BeginAsync(cancellationToken);
        await db.Set<ReleaseFact>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<StatCube>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<StatTotal>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<StatMarginRow>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<StatRelease>().ExecuteDeleteAsync(cancellationToken);
        await db.BulkInsertAsync(country.Employers, cancellationToken);
        await db.BulkInsertAsync(country.Units, cancellationToken);
        await db.BulkInsertAsync(country.People, cancellationToken);
        await db.BulkInsertAsync(country.Roles, cancellationToken);
        await AddStaffAsync(country.Casts, since, seed, now, cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>Headcounts up to last month (this month's are still to be told), and the survey of each spring, where there are none yet.</summary>
    private async Task AddStaffAsync(IReadOnlyList<DemoCast> casts, DateOnly since, int seed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = (await db.Set<Headcount>().AsNoTracking().GroupBy(row => row.UnitId).Select(unit => new { unit.Key, First = unit.Min(row => row.Month) }).ToListAsync(cancellationToken))
            .ToDictionary(unit => unit.Key, unit => unit.First);
        var (from, last) = (Headcount.FirstOf(since), Headcount.FirstOf(DateOnly.FromDateTime(now.UtcDateTime)).AddMonths(-1));
        await db.BulkInsertAsync(
            casts.SelectMany(cast => DemoStaff.CountsOf(cast, from, first.TryGetValue(cast.Unit.Id, out var there) ? there.AddMonths(-1) : last, seed)), cancellationToken);
        foreach (var employer in casts.GroupBy(cast => cast.Chart.Employer.Id))
        {
            await AddRoundsAsync([.. employer], [.. employer.Where(cast => !first.ContainsKey(cast.Unit.Id))], since, seed, now, cancellationToken);
        }
    }

    /// <param name="added">Those that were not asked in the rounds that there are.</param>
    private async Task AddRoundsAsync(
        IReadOnlyList<DemoCast> casts, IReadOnlyList<DemoCast> added, DateOnly since, int seed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var chart = casts[0].Chart;
        var standing = await db.Set<PulseRound>().AsNoTracking().Where(round => round.EmployerId == chart.Employer.Id).Select(round => new { round.Id, round.OpensOn }).ToListAsync(cancellationToken);
        var (rounds, answers) = (new List<PulseRound>(), new List<PulseAnswer>());
        foreach (var year in DemoPulse.Years(since, now))
        {
            var known = standing.Find(round => round.OpensOn.Year == year);
            var asked = known is null ? casts : added;
            var invited = asked.Sum(DemoStaff.Of);
            if (known is null)
            {
                rounds.Add(DemoPulse.RoundOf(chart, year, invited, protections));
            }
            else
            {
                await db.Set<PulseRound>().Where(round => round.Id == known.Id).ExecuteUpdateAsync(change => change.SetProperty(round => round.Invited, round => round.Invited + invited), cancellationToken);
            }

            answers.AddRange(asked.SelectMany(cast => DemoPulse.AnswersOf(cast, known?.Id ?? rounds[^1].Id, year, seed, StatKeys.New)));
        }

        await db.BulkInsertAsync(rounds, cancellationToken);
        await db.BulkInsertAsync(rounds.SelectMany(round => round.Units), cancellationToken);
        await db.BulkInsertAsync(answers, cancellationToken);
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
        IReadOnlyList<DemoCast> casts, DemoOrder order, IReadOnlyList<EmployerId> shared, int seed, IProgress<int>? done, CancellationToken cancellationToken)
    {
        var held = new Dictionary<EmployerId, DemoPolicy>();
        foreach (var employer in shared)
        {
            var (version, _, policy) = await policies.CurrentAsync(employer, cancellationToken);
            held[employer] = new DemoPolicy(policy, version);
        }

        var count = new CaseCount();
        var cases = new DemoCases(casts, held, count, seed, order.Now, order.Days, order.FactsOnly);
        await writer.WriteAsync(order, cases, count, shared, done, cancellationToken);
    }
}
