using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Pulse;

/// <summary>What rounds do by themselves: ask, remind, close.</summary>
public interface IPulseSteps
{
    Task<IReadOnlyList<PulseRoundId>> DueAsync(CancellationToken cancellationToken);

    /// <summary>Takes the step of one round that is due, in one transaction; false when there is none.</summary>
    Task<bool> TakeAsync(PulseRoundId round, CancellationToken cancellationToken);
}

internal sealed class PulseSteps(IIncidentReportingDb db, IOrgCharts charts, IOutbox outbox, ILinkSeal seal, IStatKeys keys, ICellProtections protections, TimeProvider time) : IPulseSteps
{
    public const string Rule = "pulse";
    public const string Invitation = "invitation";
    public const string Reminder = "reminder";

    public async Task<IReadOnlyList<PulseRoundId>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await db.Set<PulseRound>().AsNoTracking().IgnoreAutoIncludes().Where(round => round.NextStepAt != null && round.NextStepAt <= now)
            .OrderBy(round => round.NextStepAt).Select(round => round.Id).ToListAsync(cancellationToken);
    }

    public async Task<bool> TakeAsync(PulseRoundId round, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var invitations = await PrepareAsync(round, now, cancellationToken);
        await using var scope = await db.BeginAsync(cancellationToken);
        var row = await db.Set<PulseRound>().SingleOrDefaultAsync(found => found.Id == round, cancellationToken);
        switch (row?.StepAt(now))
        {
            case PulseStep.Invite when invitations is not null:
                Invite(row, invitations, now);
                break;
            case PulseStep.Remind:
                await RemindAsync(row, cancellationToken);
                break;
            case PulseStep.Close:
                await CloseAsync(row, now, cancellationToken);
                break;
            default:
                return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return true;
    }

    private static string SubjectOf(PulseRound round) => $"pulse-{round.Id.Value:N}";

    // Before the transaction: to seal may mean to write a new key, for which another one would be waited for.
    private async Task<IReadOnlyList<PreparedInvitation>?> PrepareAsync(PulseRoundId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var round = await db.Set<PulseRound>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (round?.StepAt(now) is not PulseStep.Invite)
        {
            return null;
        }

        var chart = await charts.OfAsync(round.EmployerId, cancellationToken);
        var asked = PulseInvitations.Of(chart, round.Units.Select(unit => unit.UnitId), now);
        var named = PulseInvitations.NamedUnits(asked.Select(place => place.Unit));
        return [.. asked.Select(place => PreparedInvitation.Of(round, place.Person.Id, named.Contains(place.Unit) ? place.Unit : null, seal))];
    }

    // All tickets in one save and in the order of their hashes: their place says nothing of whose they are.
    private void Invite(PulseRound round, IReadOnlyList<PreparedInvitation> invitations, DateTimeOffset now)
    {
        foreach (var invitation in invitations)
        {
            outbox.Add(OrderOf(round, invitation.To, Invitation, MailTemplate.PulseInvitation) with { SealedLink = invitation.SealedLink });
        }

        db.Set<PulseTicket>().AddRange(invitations.Select(invitation => invitation.Ticket).OrderBy(ticket => ticket.Hash, StringComparer.Ordinal));
        round.Invite(invitations.Count, now);
    }

    // To everybody who was asked: nobody knows who has answered.
    private async Task RemindAsync(PulseRound round, CancellationToken cancellationToken)
    {
        var (employer, thread) = (round.EmployerId, SubjectOf(round));
        var chart = await charts.OfAsync(employer, cancellationToken);
        var asked = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(mail => mail.EmployerId == employer && mail.ThreadKey == thread && mail.Template == MailTemplate.PulseInvitation && mail.State == OutboxState.Sent)
            .Select(mail => mail.RecipientId).ToListAsync(cancellationToken);
        foreach (var person in asked.Where(id => chart.Person(id) is { IsDisabled: false }))
        {
            outbox.Add(OrderOf(round, person, Reminder, MailTemplate.PulseReminder));
        }

        round.Remind();
    }

    // The tickets go first: whoever is answering at this moment is waited for, and nobody can begin after it.
    private async Task CloseAsync(PulseRound round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, employer, thread) = (round.Id, round.EmployerId, SubjectOf(round));
        await db.Set<PulseTicket>().Where(ticket => ticket.RoundId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<OutboxMessage>().Where(mail => mail.EmployerId == employer && mail.ThreadKey == thread && mail.State != OutboxState.Sent).ExecuteDeleteAsync(cancellationToken);

        var answers = await db.Set<PulseAnswer>().AsNoTracking().Where(answer => answer.RoundId == id).ToListAsync(cancellationToken);
        await db.Set<PulseAnswer>().Where(answer => answer.RoundId == id).ExecuteDeleteAsync(cancellationToken);
        db.Set<PulseAnswer>().AddRange(answers.Select(answer => answer.Anew(keys.Draw())).OrderBy(answer => answer.Id));
        round.Close(protections.TableId, protections.KeyId, now);
    }

    private static MailOrder OrderOf(PulseRound round, UserId person, string step, MailTemplate template) => new(
        round.EmployerId, person, Incident: null, Number: null, Rule, step, template, round.ClosesAt.AddMinutes(-1), Link: null, BookedAt: null, SubjectOf(round));

    private sealed record PreparedInvitation(UserId To, PulseTicket Ticket, string SealedLink)
    {
        public override string ToString() => nameof(PreparedInvitation);

        public static PreparedInvitation Of(PulseRound round, UserId to, UnitId? unit, ILinkSeal seal)
        {
            var token = PulseLinks.New(round);
            return new PreparedInvitation(to, PulseTicket.Create(PulseLinks.HashOf(token), round.Id, unit), seal.Seal(PulseLinks.PathOf(token)));
        }
    }
}
