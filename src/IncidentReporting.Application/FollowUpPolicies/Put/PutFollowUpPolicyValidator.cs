using FluentValidation;
using FluentValidation.Results;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Application.FollowUpPolicies.Put;

/// <summary>Every fault by its place in the document. How far a time may be lengthened is a matter of law; shortening is free.</summary>
internal sealed class PutFollowUpPolicyValidator : AbstractValidator<PutFollowUpPolicyCommand>
{
    private const int MostSteps = 50;
    private const int MostYears = 10;
    private const int GroundLength = 1000;
    private static readonly HashSet<string> Known = [.. FollowUpPolicy.Default.Rules.Select(rule => rule.Rule)];

    public PutFollowUpPolicyValidator() => RuleFor(command => command.Policy).Custom((policy, context) =>
    {
        foreach (var (place, message) in Faults(policy))
        {
            context.AddFailure(new ValidationFailure(place, message));
        }
    });

    private static IEnumerable<(string Place, string Message)> Faults(FollowUpPolicyDocument policy)
    {
        if (policy.Rules.Count == 0)
        {
            yield return ("rules", ObligationTexts.Get("RulesMissing"));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, rule) in policy.Rules.Index())
        {
            var place = $"rules[{number}]";
            if (!Known.Contains(rule.Rule))
            {
                yield return ($"{place}.rule", ObligationTexts.Get("UnknownRule"));
                continue;
            }

            if (!seen.Add(rule.Rule))
            {
                yield return ($"{place}.rule", ObligationTexts.Get("RuleTwice"));
            }

            var faults = OfRule(rule).Select(fault => ($"{place}.{fault.Place}", fault.Message)).ToList();
            foreach (var fault in faults)
            {
                yield return fault;
            }

            if (faults.Count == 0 && PolicyLimits.BrokenBy(rule.ToRule()).FirstOrDefault() is { } limit)
            {
                yield return ($"{place}.due", ObligationTexts.Format("BeyondLaw", limit.LongestDue, limit.LegalReference));
            }
        }

        if (policy.QuietHours is { } quiet)
        {
            if (FollowUpPolicyDocument.ReadTime(quiet.From) is null)
            {
                yield return ("quietHours.from", ObligationTexts.Get("TimeOfDay"));
            }

            if (FollowUpPolicyDocument.ReadTime(quiet.To) is null)
            {
                yield return ("quietHours.to", ObligationTexts.Get("TimeOfDay"));
            }
        }

        if (policy.DigestAt is not null && FollowUpPolicyDocument.ReadTime(policy.DigestAt) is null)
        {
            yield return ("digestAt", ObligationTexts.Get("TimeOfDay"));
        }
    }

    private static IEnumerable<(string Place, string Message)> OfRule(PolicyRuleDocument rule)
    {
        // Rules whose clock starts on a date of its own may be due before it.
        var countsBack = FollowUpPolicy.Default[rule.Rule] is { Due.IsNegative: true } or { RemindAt: [{ IsNegative: true }, ..] };
        foreach (var fault in OfDuration("due", rule.Due, mayBeNegative: countsBack)
            .Concat(OfDuration("dueSerious", rule.DueSerious))
            .Concat(OfDuration("deputyAt", rule.DeputyAt, mayBeNegative: true))
            .Concat(OfDuration("escalateAt", rule.EscalateAt, mayBeNegative: true))
            .Concat(OfDuration("repeatEvery", rule.RepeatEvery, mustBePositive: true))
            .Concat(OfList("remindAt", rule.RemindAt))
            .Concat(OfList("alsoRemind", rule.AlsoRemind?.Select(also => also.At).ToList(), ".at")))
        {
            yield return fault;
        }

        foreach (var (number, also) in (rule.AlsoRemind ?? []).Index())
        {
            if (SnakeCase.Find<Party>(also.To) is null)
            {
                yield return ($"alsoRemind[{number}].to", ObligationTexts.Get("UnknownParty"));
            }
        }

        if (rule.Calendar is not null && SnakeCase.Find<RuleCalendar>(rule.Calendar) is null)
        {
            yield return ("calendar", ObligationTexts.Get("Calendar"));
        }

        if (rule.Ground?.Length > GroundLength)
        {
            yield return ("ground", ObligationTexts.Format("GroundLength", GroundLength));
        }
    }

    private static IEnumerable<(string Place, string Message)> OfList(string place, IReadOnlyList<string>? steps, string member = "")
    {
        if (steps is null)
        {
            return [];
        }

        return steps.Count > MostSteps
            ? [(place, ObligationTexts.Format("TooManySteps", MostSteps))]
            : steps.Index().SelectMany(step => OfDuration($"{place}[{step.Index}]{member}", step.Item, mayBeNegative: true));
    }

    private static IEnumerable<(string Place, string Message)> OfDuration(string place, string? text, bool mayBeNegative = false, bool mustBePositive = false)
    {
        if (text is null)
        {
            yield break;
        }

        if (!IsoDuration.TryParse(text, out var duration))
        {
            yield return (place, ObligationTexts.Get("Duration"));
        }
        else if (duration.IsNegative && !mayBeNegative)
        {
            yield return (place, ObligationTexts.Get("DurationNegative"));
        }
        else if (mustBePositive && duration.IsZero)
        {
            yield return (place, ObligationTexts.Get("DurationPositive"));
        }
        else if (duration.Approximate.Duration() > TimeSpan.FromDays(366 * MostYears))
        {
            yield return (place, ObligationTexts.Format("TooLong", MostYears));
        }
    }
}
