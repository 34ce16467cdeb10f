using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Organisation;

internal sealed class Recipients(IIncidentReportingDb db) : IRecipients
{
    public async Task<Recipient?> FindAsync(UserId id, CancellationToken cancellationToken)
    {
        var found = await db.Set<Person>().AsNoTracking()
            .Where(person => person.Id == id && !person.IsDisabled)
            .Join(db.Set<Employer>(), person => person.EmployerId, employer => employer.Id, (person, employer) => new
            {
                person.Name,
                person.Email,
                Language = person.Language ?? employer.DefaultLanguage,
                person.HasProtectedIdentity,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new Recipient(id, found.Name, found.Email, found.Language, found.HasProtectedIdentity ? ProtectedName.In(found.Language) : null);
    }
}

/// <summary>What stands where the name of a person with protected personal data would be.</summary>
public static class ProtectedName
{
    public static string In(string language) => language == "en" ? "Colleague" : "Medarbetare";
}
