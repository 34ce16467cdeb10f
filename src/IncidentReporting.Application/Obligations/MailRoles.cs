using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

/// <summary>The digest leaves when the employer's policy says, in the employer's time.</summary>
internal sealed class DigestTimes(IPolicies policies, IOrgCharts charts) : IDigestTime
{
    public async Task<DigestTime> ForAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(employer, cancellationToken);
        var chart = await charts.OfAsync(employer, cancellationToken);
        return new DigestTime(policy.Policy.DigestAt, chart.Employer.Zone());
    }
}

/// <summary>Who steps in when a mail to a responsible person does not arrive.</summary>
internal sealed class MailFailureRecipients(IIncidentReportingDb db, IOrgCharts charts, ISubjectContacts contacts, TimeProvider time) : IMailFailureRecipients
{
    public async Task<IReadOnlyList<UserId>> SubstitutesForAsync(UserId recipient, IncidentId? incident, CancellationToken cancellationToken)
    {
        var employer = await db.Set<Person>().AsNoTracking().Where(person => person.Id == recipient).Select(person => (EmployerId?)person.EmployerId)
            .SingleOrDefaultAsync(cancellationToken);
        if (employer is not { } known)
        {
            return [];
        }

        // A digest belongs to no case: then the recipient's own unit tells who stands in.
        var chart = await charts.OfAsync(known, cancellationToken);
        var contact = incident is { } id ? await contacts.OfCaseAsync(id, cancellationToken) : null;
        var parties = contact?.Parties ?? new CaseParties { UnitId = chart.Person(recipient)!.HomeUnitId };
        return new PartyResolver(chart, parties, time.Now()).SubstitutesFor(recipient);
    }
}
