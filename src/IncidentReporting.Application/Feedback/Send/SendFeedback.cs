using FluentValidation;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = MediatR.Unit;

namespace IncidentReporting.Application.Feedback.Send;

/// <summary>Tells the administrators something about the product; also by who is not signed in. Nothing of the sender is kept but what she writes.</summary>
/// <param name="Contact">How to answer; without it nobody can.</param>
public sealed record SendFeedbackCommand(string? Text, string? Contact) : ICommand
{
    public override string ToString() => nameof(SendFeedbackCommand);
}

internal sealed class SendFeedbackValidator : AbstractValidator<SendFeedbackCommand>
{
    public SendFeedbackValidator()
    {
        RuleFor(command => command.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(_ => FeedbackTexts.TextMissing)
            .MaximumLength(FeedbackMessage.TextLength).WithMessage(_ => FeedbackTexts.TextLong(FeedbackMessage.TextLength));
        RuleFor(command => command.Contact).MaximumLength(FeedbackMessage.ContactLength).WithMessage(_ => FeedbackTexts.ContactLong(FeedbackMessage.ContactLength));
    }
}

internal sealed class SendFeedbackHandler(IIncidentReportingDb db, IOrgCharts charts, IOutbox outbox, CurrentUser user, TimeProvider time) : IRequestHandler<SendFeedbackCommand, Unit>
{
    /// <summary>More than this unanswered in a day is no feedback any more.</summary>
    private const int MostADay = 500;

    // One mail tells of what comes in within the hour: a flood of feedback is no flood of mails.
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    public async Task<Unit> Handle(SendFeedbackCommand request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        EmployerId? employer = user.IsSignedIn ? user.EmployerId : null;
        var (dayAgo, hourAgo) = (now.AddDays(-1), now - Quiet);
        var recent = await db.Set<FeedbackMessage>().Where(message => message.At > dayAgo && message.EmployerId == employer).Select(message => message.At).ToListAsync(cancellationToken);
        if (recent.Count >= MostADay)
        {
            throw new TooManyAttemptsException(Quiet);
        }

        var feedback = FeedbackMessage.Create(employer, CaseText.From(request.Text!.Trim())!, CaseText.From(request.Contact?.Trim()), now);
        db.Set<FeedbackMessage>().Add(feedback);
        if (recent.TrueForAll(at => at <= hourAgo))
        {
            await TellAsync(feedback, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }

    private async Task TellAsync(FeedbackMessage feedback, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var employers = feedback.EmployerId is { } one ? [one] : await db.Set<Employer>().Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var employer in employers)
        {
            var chart = await charts.OfAsync(employer, cancellationToken);
            foreach (var administrator in chart.People.Where(person => !person.IsDisabled && chart.RolesOf(person.Id, now).Any(held => held.Role == Role.Administrator)))
            {
                outbox.Add(new MailOrder(
                    employer, administrator.Id, Incident: null, Number: null, "feedback", "received", MailTemplate.FeedbackReceived, Until: null,
                    "/administration/feedback", BookedAt: null, $"feedback-{feedback.Id:N}"));
            }
        }
    }
}
