using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Log.GetVerification;

/// <summary>What the last check of the caller's employer's log found.</summary>
public sealed record GetLogVerificationQuery : IQuery<LogVerification>;

/// <param name="CheckedAt">Null where it has not been checked yet.</param>
/// <param name="Whole">False where something was found; null where it has not been checked yet.</param>
/// <param name="Entries">How many entries were found whole, from the first on.</param>
/// <param name="Until">The time of the last of them.</param>
/// <param name="Fault">What is wrong with the first bad entry: changed, removed, inserted, reordered, truncated, unlinked or checkpoint.</param>
/// <param name="FaultSeq">Its place in the chain, where it has one.</param>
/// <param name="FaultEntry">Null where the entry itself is gone.</param>
public sealed record LogVerification(DateTimeOffset? CheckedAt, bool? Whole, long Entries, DateTimeOffset? Until, LogFaultKind? Fault, long? FaultSeq, Guid? FaultEntry)
{
    internal static LogVerification Of(LogCheck? check) => check is null
        ? new(null, null, 0, null, null, null, null)
        : new(check.At, check.Fault is null, check.Entries, check.Until, check.Fault, check.FaultSeq, check.FaultEntry);
}

internal sealed class GetLogVerificationHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<GetLogVerificationQuery, LogVerification>
{
    public async Task<LogVerification> Handle(GetLogVerificationQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadLogVerification.Require(user);
        var employer = user.EmployerId;
        return LogVerification.Of(await db.Set<LogCheck>().AsNoTracking().SingleOrDefaultAsync(check => check.EmployerId == employer, cancellationToken));
    }
}
