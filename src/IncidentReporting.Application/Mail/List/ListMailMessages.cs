using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Mail.List;

/// <summary>The employer's mails, newest first.</summary>
public sealed record ListMailMessagesQuery(Page Page, OutboxState? State = null) : IQuery<ListMailMessagesResult>;

public sealed record ListMailMessagesResult(IReadOnlyList<MailMessageRow> Items, string? Next, MailQueueFault? Fault);

/// <param name="RecipientName">The alias, where the person's identity is protected; null when the account is gone.</param>
public sealed record MailMessageRow(
    Guid Id, UserId RecipientId, string? RecipientName, string? RecipientAddress, string? Number, string Rule, string Step, MailTemplate Template,
    OutboxState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, string? MessageId,
    string? FaultPhase, int? FaultCode);

internal sealed class ListMailMessagesHandler(IIncidentReportingDb db, ICurrentUser user, IRecipients recipients, IMailQueueStatus status)
    : IRequestHandler<ListMailMessagesQuery, ListMailMessagesResult>
{
    public async Task<ListMailMessagesResult> Handle(ListMailMessagesQuery request, CancellationToken cancellationToken)
    {
        var messages = db.Set<OutboxMessage>().AsNoTracking().AdministeredBy(user);
        // An administrator who is kept out of a case does not learn of it from its mails either.
        var kept = db.Set<Incident>().KeptFrom(user.Id);
        messages = messages.Where(message => !kept.Any(incident => incident.Id == message.IncidentId));
        if (request.State is { } state)
        {
            messages = messages.Where(message => message.State == state);
        }

        if (request.Page.After is { } after)
        {
            var at = after.At;
            var id = after.Id;
            messages = messages.Where(message => message.CreatedAt < at || (message.CreatedAt == at && message.Id < id));
        }

        var page = await messages
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(request.Page.Take).ToListAsync(cancellationToken);
        var shown = page.Take(request.Page.Limit).ToList();
        var people = new Dictionary<UserId, Recipient?>();
        foreach (var person in shown.Select(message => message.RecipientId).Distinct())
        {
            people[person] = await recipients.FindAsync(person, cancellationToken);
        }

        var aliases = await db.AliasesInAsync(shown.Select(message => message.IncidentId), user, cancellationToken);
        return new ListMailMessagesResult(
            [.. shown.Select(message => RowOf(message, people[message.RecipientId], aliases.Of(message.IncidentId, message.RecipientId)))],
            page.Count > shown.Count ? new Cursor(shown[^1].CreatedAt, shown[^1].Id).ToString() : null,
            status.Fault);
    }

    // Who wrote a mail about a case with protected identity to whom would tell who was hit.
    private static MailMessageRow RowOf(OutboxMessage message, Recipient? to, PersonRef? alias) => new(
        message.Id, alias?.Id ?? message.RecipientId, alias?.Name ?? to?.DisplayName, alias is null ? to?.Address : null, message.Number, message.Rule, message.Step, message.Template,
        message.State, message.Attempts, message.CreatedAt, message.State is OutboxState.Pending ? message.NextAttemptAt : null, message.SentAt,
        message.MessageId, message.FaultPhase, message.FaultCode);
}
