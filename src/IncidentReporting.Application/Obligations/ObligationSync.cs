using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Application.Obligations;

/// <summary>Brings the stored duties of one subject to what the plans say now.</summary>
public static class ObligationSync
{
    /// <summary>Changes <paramref name="stored"/> in place and answers the rows to add.</summary>
    public static IReadOnlyList<Obligation> Apply(
        IReadOnlyCollection<Obligation> stored, IReadOnlyList<ObligationPlan> plans, ObligationSubject subject, PartyResolver resolver, DateTimeOffset now)
    {
        var byKey = stored.ToDictionary(row => row.Key, StringComparer.Ordinal);
        var added = new List<Obligation>();
        foreach (var plan in plans)
        {
            var responsible = resolver.ResponsibleFor(plan.Responsible, plan.Owner);
            if (byKey.Remove(plan.Key, out var row))
            {
                row.Follow(plan, subject, responsible);
            }
            else
            {
                added.Add(Obligation.From(plan, subject, responsible, now));
            }
        }

        foreach (var gone in byKey.Values)
        {
            gone.Cancel(now);
        }

        return added;
    }
}
