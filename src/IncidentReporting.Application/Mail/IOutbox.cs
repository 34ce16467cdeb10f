using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Mail;

/// <summary>Orders mails in the caller's own save, so that nothing is announced that did not happen.</summary>
public interface IOutbox
{
    /// <summary>Adds one row to the current context; an order with the same key that already stands in the context is not added twice.</summary>
    void Add(MailOrder order);
}

/// <summary>One mail to one person. It can hold no case content: only what to do, until when and where.</summary>
/// <param name="Rule">The rule that sends it, such as <c>R1</c>; a short word of its own where no rule of the follow-up does.</param>
/// <param name="Step">Which of the rule's mails this is; with case, rule and recipient it is sent once.</param>
/// <param name="Until">The last time for what is asked for.</param>
/// <param name="Link">The path in the product, beginning with a slash.</param>
/// <param name="BookedAt">A booked follow-up, sent along as a calendar entry.</param>
/// <param name="SubjectKey">What mails are threaded by, the same for all mails about one thing; also the mail's subject where there is no case.</param>
/// <param name="RecipientAs">What the recipient is in the case; said in the line that tells why the mail was sent.</param>
/// <param name="SealedLink">A path that only the recipient may know, sealed; it is kept only until the mail has left.</param>
public sealed record MailOrder(
    EmployerId EmployerId, UserId Recipient, IncidentId? Incident, string? Number, string Rule, string Step, MailTemplate Template,
    DateTimeOffset? Until, string? Link, DateTimeOffset? BookedAt, string SubjectKey, Party? RecipientAs = null, string? SealedLink = null);
