using System.Globalization;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>A policy that a case reported now would follow, with its version.</summary>
internal sealed record DemoPolicy(FollowUpPolicy Policy, Guid? VersionId)
{
    public static readonly DemoPolicy Default = new(FollowUpPolicy.Default, VersionId: null);
}

/// <summary>A case that was made, and the employer it belongs to.</summary>
internal sealed record DemoCase(Incident Incident, OrgChart Chart, DemoPolicy Policy);

/// <summary>Makes cases in the order they were reported, so that their numbers follow it: the same ones for the same seed, organisation and clock.</summary>
internal sealed class DemoCases(
    IReadOnlyList<DemoCast> casts, IReadOnlyDictionary<EmployerId, DemoPolicy> policies, CaseCount count, int seed, DateTimeOffset now, int days = DemoDays.Days, bool factsOnly = false)
{
    private const double Drafts = 0.10;
    private const double Duplicates = 0.012;
    private static readonly TimeSpan DraftsLast = TimeSpan.FromDays(20);

    private readonly PriorityQueue<DemoPlan, (DateTimeOffset At, int Order)> _coming = new();
    private readonly double[] _upTo = UpTo(casts, cast => cast.Share);
    private readonly double[] _rising = UpTo(casts, cast => cast.Unit.Name == DemoOrganisation.HousingUnit ? cast.Share * DemoDays.Rise : cast.Share);
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

        using var times = DemoDays.Times(Math.Max(0, cases - given.Count), days, seed, now).GetEnumerator();
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

            yield return new DemoCase(incident, plan.Cast.Chart, policies.GetValueOrDefault(plan.Cast.Chart.Employer.Id, DemoPolicy.Default));
        }
    }

    private static double[] UpTo(IReadOnlyList<DemoCast> casts, Func<DemoCast, double> share)
    {
        var (sum, upTo) = (0.0, new double[casts.Count]);
        for (var place = 0; place < upTo.Length; place++)
        {
            upTo[place] = sum += share(casts[place]);
        }

        return upTo;
    }

    private static DateTimeOffset? Next(IEnumerator<DateTimeOffset> times) => times.MoveNext() ? times.Current : null;

    private void Enqueue(DemoPlan plan) => _coming.Enqueue(plan with { At = Whole(plan.At) }, (plan.At, _order++));

    private DemoPlan Draw(DateTimeOffset at, Dice dice)
    {
        var upTo = now - at < DemoDays.Rising ? _rising : _upTo;
        var found = Array.BinarySearch(upTo, dice.Fraction() * upTo[^1]);
        var cast = casts[Math.Min(found < 0 ? ~found : found + 1, casts.Count - 1)];
        return new DemoPlan(Whole(at), cast)
        {
            IsDraft = !factsOnly && now - at < DraftsLast && dice.Falls(Drafts),
            Ending = dice.Weighted([("completed", 945), ("withdrawn", 25), ("out_of_scope", 15), ("transferred", 15)]),
        };
    }

    private Incident Tell(DemoPlan plan, Dice dice)
    {
        var chart = plan.Cast.Chart;
        if (factsOnly)
        {
            return DemoFacts.Tell(plan, count.Next(chart.Employer.Id, chart.DayOf(plan.At).Year), now, dice);
        }

        var policy = policies.GetValueOrDefault(chart.Employer.Id, DemoPolicy.Default);
        return DemoStory.Tell(plan, () => count.Next(chart.Employer.Id, chart.DayOf(plan.At).Year), policy.VersionId, policy.Policy, now, dice);
    }

    private bool MayHaveDuplicate(DemoPlan plan, Incident incident) =>
        !factsOnly && plan.DuplicateOf is null && !incident.IsDraft && !incident.IsEnded && now - plan.At > TimeSpan.FromDays(3) && incident.CurrentProposal is null;

    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}

/// <summary>Counts the cases of each employer and year on from the last number that was given out.</summary>
internal sealed class CaseCount
{
    private readonly Dictionary<(EmployerId Employer, int Year), int> _last = [];
    private readonly HashSet<(EmployerId Employer, int Year)> _moved = [];

    /// <summary>What others gave out meanwhile.</summary>
    public void Continue(IReadOnlyDictionary<(EmployerId Employer, int Year), int> last)
    {
        foreach (var (of, number) in last)
        {
            _last[of] = number;
        }
    }

    public string Next(EmployerId employer, int year)
    {
        var number = _last[(employer, year)] = _last.GetValueOrDefault((employer, year)) + 1;
        _moved.Add((employer, year));
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{number:000000}");
    }

    /// <summary>The counts that have moved since the last time, and where they stand.</summary>
    public IReadOnlyList<(EmployerId Employer, int Year, int Last)> TakeMoved()
    {
        var moved = _moved.Select(of => (of.Employer, of.Year, _last[of])).ToList();
        _moved.Clear();
        return moved;
    }
}
