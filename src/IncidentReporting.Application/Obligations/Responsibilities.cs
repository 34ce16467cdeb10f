using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

/// <summary>Gives open duties to whoever holds the role today, after people, roles or absences have changed.</summary>
public sealed class Responsibilities(IIncidentReportingDb db, IOrgCharts charts, ISubjectContacts contacts, TimeProvider time)
{
    /// <summary>What the responsibilities at an employer hang on today: the same text, the same responsibilities.</summary>
    public async Task<string> StampAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        var chart = await charts.OfAsync(employer, cancellationToken);
        var now = time.Now();
        var held = chart.People.OrderBy(person => person.Id.Value).Select(person => string.Join(',', [
            person.Id.Value.ToString("N"), person.IsDisabled.ToString(), chart.IsAway(person.Id, now).ToString(),
            .. chart.RolesOf(person.Id, now).Select(role => $"{role.Role}@{role.Unit.Value:N}").Order(StringComparer.Ordinal),
        ]));
        var tree = chart.Units.OrderBy(unit => unit.Id.Value).Select(unit => $"{unit.Id.Value:N}<{unit.ParentId?.Value:N}");
        return string.Join(';', held.Concat(tree));
    }

    public async Task ResolveAnewAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        var chart = await charts.OfAsync(employer, cancellationToken);
        var now = time.Now();
        var subjects = await Open(employer).Select(row => row.SubjectId).Distinct().ToListAsync(cancellationToken);
        foreach (var subject in subjects)
        {
            var rows = await Open(employer).Where(row => row.SubjectId == subject).ToListAsync(cancellationToken);
            if (rows.Count == 0 || await contacts.FindAsync(rows[0], cancellationToken) is not { } contact)
            {
                continue;
            }

            var resolver = new PartyResolver(chart, contact.Parties, now);
            var moved = rows.Select(row => (row.Id, Before: row.ResponsibleUserId, Now: resolver.ResponsibleFor(row.ResponsibleParty, row.OwnerId)))
                .Where(row => row.Before != row.Now).ToList();
            await GiveAsync(moved.Select(row => (row.Id, row.Now)).ToList(), cancellationToken);
        }
    }

    // Only this column, so that nothing that happens to the duty at the same moment is undone.
    private async Task GiveAsync(List<(Guid Id, UserId? To)> moved, CancellationToken cancellationToken)
    {
        if (moved.Count == 0)
        {
            return;
        }

        await using var scope = await db.BeginAsync(cancellationToken);
        foreach (var (id, to) in moved)
        {
            await db.Set<Obligation>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ResponsibleUserId, to), cancellationToken);
        }

        await scope.CommitAsync(cancellationToken);
    }

    private IQueryable<Obligation> Open(EmployerId employer) =>
        db.Set<Obligation>().AsNoTracking().Where(row => row.EmployerId == employer && row.DoneAt == null && row.CancelledAt == null);
}
