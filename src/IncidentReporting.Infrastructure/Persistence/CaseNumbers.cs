using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Persistence;

internal sealed class CaseNumbers(AppDb db) : ICaseNumbers
{
    public async Task<int> NextAsync(EmployerId employer, int year, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A case number is taken within a transaction.");
        }

        if (!await AdvanceAsync(employer, year, cancellationToken))
        {
            await db.InsertIfMissingAsync(
                $"""INSERT INTO "CaseCounter" ("EmployerId", "Year", "Last") VALUES ({employer.Value}, {year}, 0)""", cancellationToken);
            await AdvanceAsync(employer, year, cancellationToken);
        }

        // The row is ours until the transaction ends, so this reads what we have just written.
        return await Counter(employer, year).Select(counter => counter.Last).SingleAsync(cancellationToken);
    }

    private async Task<bool> AdvanceAsync(EmployerId employer, int year, CancellationToken cancellationToken) =>
        await Counter(employer, year).ExecuteUpdateAsync(
            change => change.SetProperty(counter => counter.Last, counter => counter.Last + 1), cancellationToken) == 1;

    private IQueryable<CaseCounter> Counter(EmployerId employer, int year) =>
        db.Set<CaseCounter>().AsNoTracking().Where(counter => counter.EmployerId == employer && counter.Year == year);
}
