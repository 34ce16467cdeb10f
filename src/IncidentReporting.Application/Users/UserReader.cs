using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Users;

internal static class UserReader
{
    /// <summary>A person of the caller's employer; somebody else's is not found.</summary>
    public static async Task<Person> PersonAsync(this IIncidentReportingDb db, UserId id, EmployerId employer, CancellationToken cancellationToken) =>
        await db.Set<Person>().SingleOrDefaultAsync(person => person.Id == id && person.EmployerId == employer, cancellationToken) ?? throw new NotFoundException();

    public static async Task<UserResult> ResultAsync(this IIncidentReportingDb db, Person person, OrgChart chart, CancellationToken cancellationToken)
    {
        var roles = await db.Set<RoleAssignment>().AsNoTracking().Where(role => role.UserId == person.Id).ToListAsync(cancellationToken);
        var absences = await db.Set<Absence>().AsNoTracking().Where(absence => absence.UserId == person.Id).ToListAsync(cancellationToken);
        return UserResult.Of(person, chart, roles, absences);
    }
}
