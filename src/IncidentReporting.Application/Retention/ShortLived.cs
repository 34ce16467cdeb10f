using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Retention;

/// <summary>What is let go of without anyone's release, and the word to those who decide on the rest.</summary>
public interface IShortLived
{
    Task<IReadOnlyList<EmployerId>> EmployersAsync(CancellationToken cancellationToken);

    /// <summary>Does what is due for one employer, in one transaction.</summary>
    Task RunAsync(EmployerId employer, CancellationToken cancellationToken);
}

internal sealed class ShortLived(IIncidentReportingDb db, RetentionPolicies policies, DueItems due, IOrgCharts charts, IOutbox outbox, TimeProvider time) : IShortLived
{
    private const string Rule = "R28";
    private const string Page = "/administration/retention";

    public async Task<IReadOnlyList<EmployerId>> EmployersAsync(CancellationToken cancellationToken) =>
        await db.Set<Employer>().Where(employer => employer.Kind == OrganisationKind.Employer).Select(employer => employer.Id).ToListAsync(cancellationToken);

    public async Task RunAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        // Looked for before the writer's turn is taken: mostly there is nothing to do.
        var now = time.Now();
        var chart = await charts.OfAsync(employer, cancellationToken);
        var over = new RetentionDue((await policies.OnAsync(employer, chart.DayOf(now), cancellationToken), now));
        var reminders = await due.AnyAsync(employer, over, cancellationToken) ? await RemindersAsync(chart, now, cancellationToken) : [];
        if (reminders.Count == 0 && !await due.Mails(employer, over).AnyAsync(cancellationToken))
        {
            return;
        }

        await using var scope = await db.BeginAsync(cancellationToken);
        await EraseMailsAsync(employer, over, now, cancellationToken);
        reminders.ForEach(outbox.Add);
        await db.SaveChangesAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    private async Task EraseMailsAsync(EmployerId employer, RetentionDue over, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mails = due.Mails(employer, over);
        await db.Set<DigestItem>().Where(item => mails.Any(mail => mail.Id == item.OutboxMessageId)).ExecuteDeleteAsync(cancellationToken);
        var erased = await mails.ExecuteDeleteAsync(cancellationToken);
        if (erased > 0)
        {
            db.Set<LogEntry>().Add(new LogEntry
            {
                Id = Guid.CreateVersion7(now),
                EmployerId = employer,
                At = now,
                Action = "mail_log_erased",
                Group = OrganisationLog.Group,
                Fields = string.Create(CultureInfo.InvariantCulture, $"count={erased}"),
            });
        }
    }

    // Once a month while something is due; says nothing of what.
    private async Task<List<MailOrder>> RemindersAsync(OrgChart chart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var month = chart.DayOf(now).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var orders = new List<MailOrder>();
        foreach (var person in Deciding(chart, now))
        {
            var order = new MailOrder(
                chart.Employer.Id, person.Id, Incident: null, Number: null, Rule, month, MailTemplate.RetentionDue, Until: null, Page, BookedAt: null,
                $"retention-{chart.Employer.Id.Value:N}");
            var key = OutboxMessage.KeyOf(order);
            if (!await db.Set<OutboxMessage>().AnyAsync(message => message.DedupKey == key, cancellationToken))
            {
                orders.Add(order);
            }
        }

        return orders;
    }

    private static IEnumerable<Person> Deciding(OrgChart chart, DateTimeOffset now)
    {
        var officers = Holding(Role.DataProtectionOfficer);
        return officers.Count > 0 ? officers : Holding(Role.Administrator);

        List<Person> Holding(Role role) => [.. chart.People.Where(person => !person.IsDisabled && chart.RolesOf(person.Id, now).Any(held => held.Role == role))];
    }
}
