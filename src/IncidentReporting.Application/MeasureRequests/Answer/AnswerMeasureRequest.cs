using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.MeasureRequests;
using MediatR;

namespace IncidentReporting.Application.MeasureRequests.Answer;

/// <summary>The employer's answer, by a manager of the unit; ends the clock.</summary>
public sealed record AnswerMeasureRequestCommand(MeasureRequestId Id, CaseText? Answer) : ICommand<MeasureRequestView>;

internal sealed class AnswerMeasureRequestValidator : AbstractValidator<AnswerMeasureRequestCommand>
{
    public AnswerMeasureRequestValidator()
    {
        RuleFor(command => command.Answer).NotNull().WithMessage(_ => ObligationTexts.Get("TextMissing"));
        RuleFor(command => command.Answer).Must(text => text is null || text.Value.Length <= MeasureRequest.TextLength)
            .WithMessage(_ => ObligationTexts.Format("TextLength", MeasureRequest.TextLength));
    }
}

internal sealed class AnswerMeasureRequestHandler(MeasureRequestDesk desk, ICurrentUser user, TimeProvider time)
    : IRequestHandler<AnswerMeasureRequestCommand, MeasureRequestView>
{
    public Task<MeasureRequestView> Handle(AnswerMeasureRequestCommand request, CancellationToken cancellationToken) =>
        desk.ChangeAsync("measure_request_answered", request.Id, user.Managed(), found => found.GiveAnswer(request.Answer!, user.Id, time.Now()), cancellationToken);
}
