using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Mail.List;

/// <summary>The employer's mails, newest first.</summary>
/// <param name="After">The cursor of the page before; opaque.</param>
public sealed record ListMailMessagesQuery(int Limit = 50, string? After = null, OutboxState? State = null) : IRequest<ListMailMessagesResult>;

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
        if (request.State is { } state)
        {
            messages = messages.Where(message => message.State == state);
        }

        if (MailCursor.Parse(request.After) is { } after)
        {
            messages = messages.Where(message => message.CreatedAt < after.At || (message.CreatedAt == after.At && message.Id < after.Id));
        }

        var page = await messages
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(request.Limit + 1).ToListAsync(cancellationToken);
        var shown = page.Take(request.Limit).ToList();
        var people = new Dictionary<UserId, Recipient?>();
        foreach (var id in shown.Select(message => message.RecipientId).Distinct())
        {
            people[id] = await recipients.FindAsync(id, cancellationToken);
        }

        return new ListMailMessagesResult(
            [.. shown.Select(message => RowOf(message, people[message.RecipientId]))],
            page.Count > shown.Count ? MailCursor.After(shown[^1]) : null,
            status.Fault);
    }

    private static MailMessageRow RowOf(OutboxMessage message, Recipient? to) => new(
        message.Id, message.RecipientId, to?.DisplayName, to?.Address, message.Number, message.Rule, message.Step, message.Template,
        message.State, message.Attempts, message.CreatedAt, message.State is OutboxState.Pending ? message.NextAttemptAt : null, message.SentAt,
        message.MessageId, message.FaultPhase, message.FaultCode);
}

internal sealed record MailCursor(DateTimeOffset At, Guid Id)
{
    public static string After(OutboxMessage message) =>
        string.Create(CultureInfo.InvariantCulture, $"{message.CreatedAt.ToUnixTimeMilliseconds():x}-{message.Id:N}");

    public static MailCursor? Parse(string? cursor) =>
        cursor?.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds is >= 0 and < 253402300800000
        && Guid.TryParseExact(id, "N", out var parsed)
            ? new MailCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), parsed)
            : null;
}
