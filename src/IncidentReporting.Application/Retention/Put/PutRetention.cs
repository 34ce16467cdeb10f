using FluentValidation;
using FluentValidation.Results;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Retention.Get;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Obligations;
using MediatR;

namespace IncidentReporting.Application.Retention.Put;

/// <summary>New periods from a day on, today where none is named. A rule that is left out keeps its period.</summary>
public sealed record PutRetentionCommand(IReadOnlyList<RetentionPeriodInput>? Rules, DateOnly? ValidFrom, ExpectedVersion Expected) : ICommand<RetentionResult>, IConditional;

public sealed record RetentionPeriodInput(string? Id, string? Period);

internal sealed class PutRetentionValidator : AbstractValidator<PutRetentionCommand>
{
    private const int MostYears = 100;

    public PutRetentionValidator() => RuleFor(command => command.Rules).Custom((rules, context) =>
    {
        if (rules is not { Count: > 0 })
        {
            context.AddFailure(new ValidationFailure("rules", RetentionTexts.RulesMissing));
        }

        foreach (var (number, input) in (rules ?? []).Index())
        {
            if (input?.Id is null)
            {
                context.AddFailure(new ValidationFailure($"rules[{number}].id", RetentionTexts.RuleUnknown));
            }
            else if (!IsoDuration.TryParse(input.Period, out var period) || period.IsNegative || period.IsZero || period.Approximate.TotalDays > MostYears * 366)
            {
                context.AddFailure(new ValidationFailure($"rules[{number}].period", RetentionTexts.PeriodForm));
            }
        }
    });
}

internal sealed class PutRetentionHandler(IIncidentReportingDb db, RetentionPolicies policies, RetentionDesk desk, ICurrentUser user) : IRequestHandler<PutRetentionCommand, RetentionResult>
{
    public async Task<RetentionResult> Handle(PutRetentionCommand request, CancellationToken cancellationToken)
    {
        Operations.ChangeRetention.Require(user);
        var versions = await policies.VersionsAsync(user.EmployerId, cancellationToken);
        request.Expected.Check(versions.FirstOrDefault()?.Number ?? 0);
        var today = await desk.TodayAsync(cancellationToken);
        var from = request.ValidFrom ?? today;
        if (from < today || from < versions.FirstOrDefault()?.ValidFrom)
        {
            throw new InvalidInputException("validFrom", RetentionTexts.FromEarlier);
        }

        Check(request.Rules!, RetentionRules.On(today).ToDictionary(rule => rule.Id, StringComparer.Ordinal));
        var periods = new Dictionary<string, string>(versions.FirstOrDefault()?.Periods() ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var rule in request.Rules!)
        {
            periods[rule.Id!] = IsoDuration.Parse(rule.Period!).ToString();
        }

        var version = RetentionPolicyVersion.Create(user.EmployerId, (versions.FirstOrDefault()?.Number ?? 0) + 1, from, periods, user.Id, desk.Now);
        db.Set<RetentionPolicyVersion>().Add(version);
        desk.Log(Operations.ChangeRetention, "retention_changed", version.Id, string.Join(' ', periods.Select(period => $"{period.Key}={period.Value}")));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (UniqueViolationException)
        {
            // Two at the same moment: the second has not seen what the first wrote.
            throw new ChangedMeanwhileException();
        }

        return await GetRetentionHandler.ShowAsync(policies, desk, user, cancellationToken);
    }

    private static void Check(IReadOnlyList<RetentionPeriodInput> rules, Dictionary<string, RetentionRule> known)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (number, input) in rules.Index())
        {
            if (!known.TryGetValue(input.Id!, out var rule) || rule.Fixed)
            {
                errors[$"rules[{number}].id"] = [RetentionTexts.RuleUnknown];
            }
            else if (IsoDuration.Parse(input.Period!).Approximate < IsoDuration.Parse(rule.Least!).Approximate)
            {
                errors[$"rules[{number}].period"] = [RetentionTexts.TooShort(rule.Least!)];
            }
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
