using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

/// <summary>Takes the steps that are due: orders each mail or digest line once, whoever else is doing the same at the moment.</summary>
public interface IReminders
{
    /// <summary>Duties with a step due now, the longest waiting first.</summary>
    Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken);

    /// <summary>When the next step of any duty is due; null when there is none.</summary>
    Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken);

    /// <summary>Takes the due steps of one duty in one transaction; false when another was quicker or its case has just changed.</summary>
    Task<bool> TakeAsync(Guid obligation, CancellationToken cancellationToken);
}

internal sealed class Reminders(IIncidentReportingDb db, IOrgCharts charts, IOutbox outbox, IDigest digest, ISubjectContacts contacts, TimeProvider time) : IReminders
{
    public async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await db.Set<Obligation>().AsNoTracking()
            .Where(row => row.NextStepAt != null && row.NextStepAt <= now)
            .OrderBy(row => row.NextStepAt).Select(row => row.Id).Take(most).ToListAsync(cancellationToken);
    }

    public Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken) =>
        db.Set<Obligation>().AsNoTracking().Where(row => row.NextStepAt != null).OrderBy(row => row.NextStepAt).Select(row => row.NextStepAt)
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<bool> TakeAsync(Guid obligation, CancellationToken cancellationToken)
    {
        await using var scope = await db.BeginAsync(cancellationToken);
        var now = time.Now();
        var row = await db.Set<Obligation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == obligation, cancellationToken);
        if (row?.NextStepAt is not { } at || at > now)
        {
            return false;
        }

        var steps = StoredSteps.Read(row.Steps);
        var next = DueSteps.NextAfter(steps, now);
        var claimed = await db.Set<Obligation>()
            .Where(o => o.Id == obligation && o.NextStepAt == at && o.Revision == row.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.NextStepAt, next).SetProperty(o => o.StepsTakenUntil, now), cancellationToken);
        if (claimed == 0)
        {
            return false;
        }

        await OrderAsync(row, DueSteps.Of(steps, row.StepsTakenUntil, now), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return true;
    }

    private async Task OrderAsync(Obligation row, IReadOnlyList<PlannedStep> steps, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (steps.Count == 0 || await contacts.FindAsync(row, cancellationToken) is not { } contact)
        {
            return;
        }

        var chart = await charts.OfAsync(row.EmployerId, cancellationToken);
        var resolver = new PartyResolver(chart, contact.Parties, now);
        var orders = steps
            .SelectMany(step => resolver.Resolve(step.To, row.OwnerId).Select(person => (Step: step, Person: person)))
            // One person can be several parties: what is said at one time is said once, and the graver of two.
            .GroupBy(said => (said.Step.At, said.Person))
            .Select(same => same.MaxBy(said => said.Step.Kind is StepKind.Escalation))
            .Select(said => (said.Step, Order: OrderOf(row, contact, said.Step, said.Person)))
            .ToList();

        var mails = orders.Where(o => row.IncidentId is null || o.Step.Immediate || o.Step.Kind is StepKind.Escalation || !resolver.ReadsDigest(o.Step.To, o.Order.Recipient)).Select(o => o.Order).ToList();
        var keys = mails.Select(OutboxMessage.KeyOf).ToList();
        var ordered = await db.Set<OutboxMessage>().AsNoTracking().Where(m => keys.Contains(m.DedupKey)).Select(m => m.DedupKey).ToListAsync(cancellationToken);
        foreach (var order in mails.Where(order => !ordered.Contains(OutboxMessage.KeyOf(order))))
        {
            outbox.Add(order);
        }

        await AddDigestAsync([.. orders.Select(o => o.Order).Except(mails)], chart.DayOf(now), cancellationToken);
    }

    private async Task AddDigestAsync(IReadOnlyList<MailOrder> orders, DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            var line = new DigestOrder(
                order.EmployerId, order.Recipient, day, order.Incident!.Value, order.Number ?? string.Empty, order.Rule, order.Step, order.Until, order.Link);
            var isOrdered = await db.Set<DigestItem>().AsNoTracking().AnyAsync(
                item => item.IncidentId == line.Incident && item.Rule == line.Rule && item.Step == line.Step && item.RecipientId == line.Recipient, cancellationToken);
            if (!isOrdered)
            {
                digest.Add(line);
            }
        }
    }

    // The booked follow-ups go along as calendar entries.
    private static readonly HashSet<string> Talks = new(StringComparer.Ordinal) { "R9", "R11", "R12", "R13" };

    private static MailOrder OrderOf(Obligation row, SubjectContact contact, PlannedStep step, UserId person) => new(
        row.EmployerId, person, row.IncidentId, contact.Number, row.Rule, StepName(row, step), TemplateOf(step.Kind),
        row.IsInformation ? null : row.DueAt, contact.Link, Talks.Contains(row.Rule) && row.DueAt > step.At ? row.DueAt : null, contact.Thread, step.To);

    // A duty about one thing of several, or whose date has moved, has mails of its own.
    private static string StepName(Obligation row, PlannedStep step) =>
        row.Key == row.Rule && row.SubjectKind is SubjectKind.Case ? step.Key : FormattableString.Invariant($"{step.Key}:{row.About ?? row.Id:N}:{row.ClockStart:yyyyMMdd}");

    private static MailTemplate TemplateOf(StepKind kind) => kind switch
    {
        StepKind.Escalation => MailTemplate.Escalation,
        StepKind.Information => MailTemplate.Information,
        _ => MailTemplate.Reminder,
    };
}
