using System.Collections.Concurrent;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

/// <summary>Which follow-up policy holds.</summary>
public interface IPolicies
{
    /// <summary>For what is reported now.</summary>
    Task<PolicyInForce> CurrentAsync(EmployerId employer, CancellationToken cancellationToken);

    /// <summary>The one that a case was reported under.</summary>
    Task<FollowUpPolicy> OfVersionAsync(Guid? versionId, CancellationToken cancellationToken);
}

/// <param name="VersionId">Kept by the case; null for the product's own values.</param>
public sealed record PolicyInForce(Guid? VersionId, long Number, FollowUpPolicy Policy);

internal sealed class Policies(IIncidentReportingDb db, PolicyCache cache) : IPolicies
{
    public async Task<PolicyInForce> CurrentAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        var version = await db.Set<FollowUpPolicyVersion>().AsNoTracking()
            .Where(row => row.EmployerId == employer).OrderByDescending(row => row.Number)
            .Select(row => new { row.Id, row.Number }).FirstOrDefaultAsync(cancellationToken);
        return version is null
            ? new PolicyInForce(null, 0, FollowUpPolicy.Default)
            : new PolicyInForce(version.Id, version.Number, await OfVersionAsync(version.Id, cancellationToken));
    }

    public async Task<FollowUpPolicy> OfVersionAsync(Guid? versionId, CancellationToken cancellationToken)
    {
        if (versionId is not { } id)
        {
            return FollowUpPolicy.Default;
        }

        if (cache.Find(id) is { } known)
        {
            return known;
        }

        var json = await db.Set<FollowUpPolicyVersion>().AsNoTracking().Where(row => row.Id == id).Select(row => row.Json).SingleAsync(cancellationToken);
        return cache.Keep(id, FollowUpPolicyDocument.ReadStored(json));
    }
}

/// <summary>Policy versions never change, so they are read once.</summary>
public sealed class PolicyCache
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<Guid, FollowUpPolicy> _versions = new();

    internal FollowUpPolicy? Find(Guid id) => _versions.GetValueOrDefault(id);

    internal FollowUpPolicy Keep(Guid id, FollowUpPolicy policy)
    {
        if (_versions.Count >= Most)
        {
            _versions.Clear();
        }

        return _versions[id] = policy;
    }
}
