using System.Globalization;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>A policy that a case reported now would follow, with its version.</summary>
internal sealed record DemoPolicy(FollowUpPolicy Policy, Guid? VersionId);

/// <summary>A case that was made, and the employer it belongs to.</summary>
internal sealed record DemoCase(Incident Incident, OrgChart Chart, DemoPolicy Policy);

/// <summary>Makes cases in the order they were reported, so that their numbers follow it: the same ones for the same seed, organisation and clock.</summary>
internal sealed class DemoCases(
    IReadOnlyList<DemoCast> casts, IReadOnlyDictionary<EmployerId, DemoPolicy> policies, CaseCount count, int seed, DateTimeOffset now)
{
    private const double Drafts = 0.10;
    private const double Duplicates = 0.012;
    private static readonly TimeSpan DraftsLast = TimeSpan.FromDays(20);

    private readonly PriorityQueue<DemoPlan, (DateTimeOffset At, int Order)> _coming = new();
    private int _order;

    /// <summary>The last ones made are still to be changed by one that comes.</summary>
    public bool IsWithinPair { get; private set; }

    /// <summary>So many cases, the given ones among them.</summary>
    public IEnumerable<DemoCase> Make(int cases, IReadOnlyList<DemoPlan> given)
    {
        foreach (var plan in given)
        {
            Enqueue(plan);
        }

        using var times = DemoDays.Times(Math.Max(0, cases - given.Count), seed, now).GetEnumerator();
        var next = Next(times);
        var instead = 0;
        for (var made = 0; made < cases && (next is not null || _coming.Count > 0);)
        {
            DemoPlan plan;
            var dice = Dice.For(seed, made);
            if (next is { } time && (!_coming.TryPeek(out _, out var first) || time <= first.At))
            {
                next = Next(times);
                if (instead > 0)
                {
                    instead--;
                    continue;
                }

                plan = Draw(time, dice);
            }
            else
            {
                plan = _coming.Dequeue();
            }

            IsWithinPair = _coming.UnorderedItems.Any(item => item.Element.DuplicateOf is not null);
            var incident = Tell(plan, dice);
            made++;
            if (next is not null && MayHaveDuplicate(plan, incident) && dice.Falls(Duplicates))
            {
                Enqueue(new DemoPlan(plan.At.AddMinutes(dice.Between(15, 240)), plan.Cast) { DuplicateOf = incident });
                IsWithinPair = true;
                instead++;
            }

            yield return new DemoCase(incident, plan.Cast.Chart, policies[plan.Cast.Chart.Employer.Id]);
        }
    }

    private static DateTimeOffset? Next(IEnumerator<DateTimeOffset> times) => times.MoveNext() ? times.Current : null;

    private void Enqueue(DemoPlan plan) => _coming.Enqueue(plan with { At = Whole(plan.At) }, (plan.At, _order++));

    private DemoPlan Draw(DateTimeOffset at, Dice dice)
    {
        var cast = dice.Weighted([.. casts.Select(one => (one, one.Share))]);
        return new DemoPlan(Whole(at), cast)
        {
            IsDraft = now - at < DraftsLast && dice.Falls(Drafts),
            Ending = dice.Weighted([("completed", 945), ("withdrawn", 25), ("out_of_scope", 15), ("transferred", 15)]),
        };
    }

    private Incident Tell(DemoPlan plan, Dice dice)
    {
        var chart = plan.Cast.Chart;
        var policy = policies[chart.Employer.Id];
        return DemoStory.Tell(plan, () => count.Next(chart.Employer.Id, chart.DayOf(plan.At).Year), policy.VersionId, policy.Policy, now, dice);
    }

    private bool MayHaveDuplicate(DemoPlan plan, Incident incident) =>
        plan.DuplicateOf is null && !incident.IsDraft && !incident.IsEnded && now - plan.At > TimeSpan.FromDays(3) && incident.CurrentProposal is null;

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}

/// <summary>Counts the cases of each employer and year on from the last number that was given out.</summary>
internal sealed class CaseCount
{
    private Dictionary<(EmployerId Employer, int Year), int> _last = [];

    public IReadOnlyDictionary<(EmployerId Employer, int Year), int> Last => _last;

    public void Continue(IReadOnlyDictionary<(EmployerId Employer, int Year), int> last) => _last = new(last);

    public string Next(EmployerId employer, int year)
    {
        var number = _last[(employer, year)] = _last.GetValueOrDefault((employer, year)) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{number:000000}");
    }
}
