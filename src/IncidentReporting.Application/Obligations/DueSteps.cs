using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Application.Obligations;

/// <summary>Which steps of a duty are to be taken now.</summary>
internal static class DueSteps
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>A step over an hour late is left out where a later one says the same to the same party.</summary>
    public static IReadOnlyList<PlannedStep> Of(IReadOnlyList<PlannedStep> steps, DateTimeOffset? takenUntil, DateTimeOffset now)
    {
        var due = steps.Where(step => step.At <= now && (takenUntil is null || step.At > takenUntil)).ToList();
        return [.. due.Where(step => now - step.At <= Late || !due.Exists(later => later.To == step.To && later.At > step.At))];
    }

    public static DateTimeOffset? NextAfter(IReadOnlyList<PlannedStep> steps, DateTimeOffset now) =>
        steps.Where(step => step.At > now).Select(step => (DateTimeOffset?)step.At).Min();
}
