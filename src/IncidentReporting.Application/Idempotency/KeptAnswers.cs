using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Idempotency;

internal static class KeptAnswers
{
    /// <summary>Takes back the kept answers that tell of a case; they go whenever it goes.</summary>
    public static Task EraseAnswersOfAsync(this IErasure erasure, IIncidentReportingDb db, IncidentId id, CancellationToken cancellationToken)
    {
        var name = id.Value.ToString();
        return erasure.EraseAsync(db.Set<IdempotencyRecord>().Where(answer => answer.Cases.Contains(name)), cancellationToken);
    }
}
