using FluentValidation;

namespace IncidentReporting.Application.Mail.List;

internal sealed class ListMailMessagesValidator : AbstractValidator<ListMailMessagesQuery>
{
    public ListMailMessagesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 200);
        RuleFor(query => query.After)
            .Must(after => MailCursor.Parse(after) is not null).When(query => query.After is not null)
            .WithMessage("Use the value of next from the page before.");
    }
}
