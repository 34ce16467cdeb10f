using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>Makes one mail a day and person of the lines that wait, when the employer's time has come. What comes later that day waits for the next.</summary>
internal sealed class DigestSender(IIncidentReportingDb db, IDigestTime digestTime, TimeProvider time)
{
    public const string Rule = "digest";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // No time zone is more than a day ahead of UTC.
        var last = DateOnly.FromDateTime(time.Now().UtcDateTime).AddDays(1);
        var employers = await Waiting().Where(item => item.Day <= last).Select(item => item.EmployerId).Distinct().ToListAsync(cancellationToken);
        foreach (var employer in employers)
        {
            var schedule = await digestTime.ForAsync(employer, cancellationToken);
            var local = TimeZoneInfo.ConvertTime(time.Now(), schedule.Zone);
            if (TimeOnly.FromDateTime(local.DateTime) >= schedule.At)
            {
                await RunForAsync(employer, DateOnly.FromDateTime(local.DateTime), cancellationToken);
            }
        }
    }

    private async Task RunForAsync(EmployerId employer, DateOnly today, CancellationToken cancellationToken)
    {
        var recipients = await Waiting()
            .Where(item => item.EmployerId == employer && item.Day <= today)
            .Select(item => item.RecipientId).Distinct().ToListAsync(cancellationToken);
        foreach (var recipient in recipients)
        {
            await SendAsync(employer, recipient, today, cancellationToken);
        }
    }

    private async Task SendAsync(EmployerId employer, UserId recipient, DateOnly today, CancellationToken cancellationToken)
    {
        var order = new MailOrder(
            employer, recipient, null, null, Rule, today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), MailTemplate.Digest,
            null, null, null, $"digest-{recipient.Value:N}", Party.Manager);
        var key = OutboxMessage.KeyOf(order);
        if (await db.Set<OutboxMessage>().AnyAsync(message => message.DedupKey == key, cancellationToken))
        {
            return;
        }

        var items = await db.Set<DigestItem>()
            .Where(item => item.EmployerId == employer && item.RecipientId == recipient && item.Day <= today && item.OutboxMessageId == null)
            .ToListAsync(cancellationToken);
        var ended = await EndedAsync(items, cancellationToken);
        db.Set<DigestItem>().RemoveRange(ended);
        items = [.. items.Except(ended)];
        if (items.Count == 0)
        {
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        var digest = OutboxMessage.From(order, time.Now());
        db.Set<OutboxMessage>().Add(digest);
        items.ForEach(item => item.TakeAlong(digest));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is UniqueViolationException or ChangedMeanwhileException)
        {
            // Another instance has made the digest, or a line was taken back meanwhile; the next look sees it.
            db.ClearTracked();
        }
    }

    // What has been done since is not asked for again.
    private async Task<IReadOnlyList<DigestItem>> EndedAsync(IReadOnlyList<DigestItem> items, CancellationToken cancellationToken)
    {
        var cases = items.Select(item => (IncidentId?)item.IncidentId).Distinct().ToList();
        var duties = await db.Set<Obligation>().AsNoTracking().Where(duty => cases.Contains(duty.IncidentId))
            .Select(duty => new { duty.IncidentId, duty.Rule, duty.DueAt, IsOpen = duty.DoneAt == null && duty.CancelledAt == null })
            .ToListAsync(cancellationToken);
        return
        [
            .. items.Where(item => duties.Where(duty => duty.IncidentId == item.IncidentId && duty.Rule == item.Rule && duty.DueAt == item.DueAt)
                .Select(duty => duty.IsOpen).DefaultIfEmpty(true).All(isOpen => !isOpen)),
        ];
    }

    private IQueryable<DigestItem> Waiting() => db.Set<DigestItem>().AsNoTracking().Where(item => item.OutboxMessageId == null);
}
