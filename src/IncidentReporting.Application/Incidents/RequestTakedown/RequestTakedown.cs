using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.RequestTakedown;

/// <summary>Notes that a platform has been asked to take something away.</summary>
/// <param name="AttachmentId">The evidence that shows it, where it is saved.</param>
public sealed record RequestTakedownCommand(CaseReference Case, Guid? AttachmentId, CaseText? Platform, CaseText? Url, DateOrTime? At, CaseText? Reference)
    : CaseCommand(Case);

internal sealed class RequestTakedownValidator : AbstractValidator<RequestTakedownCommand>
{
    public RequestTakedownValidator(TimeProvider time)
    {
        RuleFor(command => command.Platform).NotNull().WithMessage(_ => IncidentTexts.TakedownPlatform).AtMost(Takedown.PlatformLength);
        RuleFor(command => command.Url).AtMost(Attachment.UrlLength);
        RuleFor(command => command.At).NotInFuture(time);
        RuleFor(command => command.Reference).AtMost(Takedown.ReferenceLength);
    }
}

internal sealed class RequestTakedownHandler(CaseDesk desk) : IRequestHandler<RequestTakedownCommand, IncidentView>
{
    public Task<IncidentView> Handle(RequestTakedownCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command,
            CaseAction.RequestTakedown,
            (open, actor) =>
            {
                if (command.AttachmentId is { } evidence && open.Incident.Attachments.All(attachment => attachment.Id != evidence))
                {
                    throw new InvalidInputException("attachmentId", IncidentTexts.UnknownEvidence);
                }

                var request = new TakedownRequest(command.Platform!)
                {
                    AttachmentId = command.AttachmentId,
                    Url = command.Url,
                    Reference = command.Reference,
                    At = open.Instant(command.At),
                };
                open.Incident.RequestTakedown(request, actor);
            },
            cancellationToken);
}
