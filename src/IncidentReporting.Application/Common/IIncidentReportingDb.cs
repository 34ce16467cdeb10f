using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Common;

/// <summary>The database as the use cases see it: the aggregates, one save, one transaction.</summary>
public interface IIncidentReportingDb
{
    DbSet<T> Set<T>()
        where T : class;

    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}
