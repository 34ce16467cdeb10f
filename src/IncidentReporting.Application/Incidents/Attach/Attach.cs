using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Attach;

/// <summary>Adds a file that has been received to the case. The type is the sender's word; the media type was read from the content.</summary>
public sealed record AttachCommand(CaseReference Case, KeptEvidence File) : ICommand<IncidentView>
{
    public string? Type { get; init; }

    public DateOrTime? CapturedAt { get; init; }

    public CaseText? CapturedBy { get; init; }

    public CaseText? Url { get; init; }

    public CaseText? AccountHandle { get; init; }

    public CaseText? Platform { get; init; }

    public CaseText? OriginalKeptWhere { get; init; }

    /// <summary>Who saw it being captured.</summary>
    public CaseText? WitnessOfCapture { get; init; }

    public CaseText? Description { get; init; }
}

internal sealed class AttachValidator : AbstractValidator<AttachCommand>
{
    public AttachValidator(TimeProvider time)
    {
        RuleFor(command => command.Type).In(CodeLists.EvidenceTypes);
        RuleFor(command => command.CapturedAt).NotInFuture(time);
        RuleFor(command => command.CapturedBy).AtMost(Attachment.NameLength);
        RuleFor(command => command.Url).AtMost(Attachment.UrlLength);
        RuleFor(command => command.AccountHandle).AtMost(Attachment.NameLength);
        RuleFor(command => command.Platform).AtMost(Attachment.NameLength);
        RuleFor(command => command.OriginalKeptWhere).AtMost(Attachment.PlaceLength);
        RuleFor(command => command.WitnessOfCapture).AtMost(Attachment.NameLength);
        RuleFor(command => command.Description).AtMost(ReportContent.TextLength);
    }
}

internal sealed class AttachHandler(CaseDesk desk) : IRequestHandler<AttachCommand, IncidentView>
{
    public async Task<IncidentView> Handle(AttachCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        CaseDesk.Do(open, CaseAction.Attach, (it, actor) => it.Incident.Attach(Attachment.Receive(command.File.Id, command.File.File, FactsOf(command, it), actor), actor));

        // The file came first, the row comes last: what the case names is always there.
        command.File.Entrust();
        return await desk.SaveAsync(open, cancellationToken);
    }

    private static EvidenceFacts FactsOf(AttachCommand command, OpenCase open) => new(command.Type ?? "other")
    {
        CapturedAt = open.Instant(command.CapturedAt),
        CapturedBy = command.CapturedBy,
        Url = command.Url,
        AccountHandle = command.AccountHandle,
        Platform = command.Platform,
        OriginalKeptWhere = command.OriginalKeptWhere,
        WitnessOfCapture = command.WitnessOfCapture,
        Description = command.Description,
    };
}
