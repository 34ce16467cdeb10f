using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Retention;

/// <summary>Which periods hold on a day.</summary>
internal sealed class RetentionPolicies(IIncidentReportingDb db)
{
    /// <summary>The employer's versions, latest first.</summary>
    public Task<List<RetentionPolicyVersion>> VersionsAsync(EmployerId employer, CancellationToken cancellationToken) =>
        db.Set<RetentionPolicyVersion>().AsNoTracking().Where(version => version.EmployerId == employer).OrderByDescending(version => version.Number).ToListAsync(cancellationToken);

    public async Task<RetentionInForce> OnAsync(EmployerId employer, DateOnly day, CancellationToken cancellationToken) =>
        On(await VersionsAsync(employer, cancellationToken), day);

    public static RetentionInForce On(IEnumerable<RetentionPolicyVersion> latestFirst, DateOnly day)
    {
        var version = latestFirst.FirstOrDefault(version => version.ValidFrom <= day);
        var periods = version?.Periods();
        return new RetentionInForce(
            version?.Number ?? 0,
            [
                .. RetentionRules.On(day).Select(rule =>
                    !rule.Fixed && periods?.GetValueOrDefault(rule.Id) is { } own ? rule with { Period = own, ValidFrom = version!.ValidFrom } : rule),
            ]);
    }
}

internal sealed record RetentionInForce(long Version, IReadOnlyList<RetentionRule> Rules)
{
    public RetentionRule Rule(string id) => Rules.Single(rule => rule.Id == id);
}

/// <summary>Rules, and up to when by them something must have begun to be kept; where there are several, the last are those in force.</summary>
internal sealed record RetentionDue(params IReadOnlyList<(RetentionInForce Rules, DateTimeOffset Until)> By)
{
    public RetentionInForce InForce => By[^1].Rules;

    /// <summary>What began to be kept by then is due by all of them.</summary>
    public DateTimeOffset Since(string rule) => By.Min(day => day.Rules.Rule(rule).DueSince(day.Until)!.Value);
}
