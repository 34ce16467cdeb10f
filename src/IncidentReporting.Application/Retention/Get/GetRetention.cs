using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Retention.Hold;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Retention.Get;

/// <summary>The rules of retention as they hold today, and the versions before and after.</summary>
public sealed record GetRetentionQuery : IQuery<RetentionResult>;

/// <param name="Version">Of the employer's periods; 0 while they are the product's own. Also the answer's ETag.</param>
/// <param name="MayHold">The caller can keep a case from being erased.</param>
/// <param name="Versions">Latest first; the one that holds is the first whose <c>validFrom</c> has come.</param>
public sealed record RetentionResult(long Version, bool MayHold, IReadOnlyList<RetentionRuleResult> Rules, IReadOnlyList<RetentionVersionResult> Versions);

/// <param name="Period">An ISO 8601 duration; null where it goes with its case.</param>
/// <param name="Default">What the product proposes.</param>
/// <param name="Least">No employer keeps it shorter.</param>
/// <param name="Fixed">It cannot be changed.</param>
/// <param name="Release">two_persons, or by_itself for what is short-lived.</param>
/// <param name="ValidFrom">Since when this period holds; null where it always has.</param>
public sealed record RetentionRuleResult(
    string Id, string Title, string Trigger, string? Period, string? Default, string? Least, bool Fixed, string Release, string Action, string Ground, string Source,
    DateOnly? ValidFrom, DateOnly? ValidTo);

public sealed record RetentionVersionResult(long Number, DateOnly ValidFrom, DateOnly? ValidTo, DateTimeOffset ChangedAt, UserId ChangedBy, IReadOnlyDictionary<string, string> Periods);

internal sealed class GetRetentionHandler(RetentionPolicies policies, RetentionDesk desk, ICurrentUser user) : IRequestHandler<GetRetentionQuery, RetentionResult>
{
    public async Task<RetentionResult> Handle(GetRetentionQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadRetention.Require(user);
        return await ShowAsync(policies, desk, user, cancellationToken);
    }

    internal static async Task<RetentionResult> ShowAsync(RetentionPolicies policies, RetentionDesk desk, ICurrentUser user, CancellationToken cancellationToken)
    {
        var versions = await policies.VersionsAsync(desk.Employer, cancellationToken);
        var today = await desk.TodayAsync(cancellationToken);
        var rules = RetentionPolicies.On(versions, today).Rules;
        var own = RetentionRules.On(today).ToDictionary(rule => rule.Id, rule => rule.Period);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return new RetentionResult(
            versions.FirstOrDefault()?.Number ?? 0,
            HoldCaseHandler.MayHold(user),
            [
                .. rules.Select(rule => new RetentionRuleResult(
                    rule.Id, rule.Title(language), rule.Trigger, rule.Period, own[rule.Id], rule.Least, rule.Fixed, rule.Release, rule.Action,
                    rule.Ground.In(language), rule.Source, rule.ValidFrom, rule.ValidTo)),
            ],
            [.. versions.Select((version, index) => new RetentionVersionResult(
                version.Number, version.ValidFrom, index == 0 ? null : versions[index - 1].ValidFrom.AddDays(-1), version.ChangedAt, version.ChangedBy, version.Periods()))]);
    }
}
