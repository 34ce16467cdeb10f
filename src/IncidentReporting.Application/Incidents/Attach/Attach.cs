using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Attach;

/// <summary>Adds evidence as it was received. The type is the sender's word; the media type is read from the content.</summary>
/// <param name="Content">Can be read again from its start: a command that is repeated keeps the whole file.</param>
public sealed record AttachCommand(
    CaseReference Case, string? FileName, Stream Content, string? Type, DateOrTime? CapturedAt, CaseText? Url, CaseText? Description) : ICommand<IncidentView>;

internal sealed class AttachValidator : AbstractValidator<AttachCommand>
{
    public AttachValidator(TimeProvider time)
    {
        RuleFor(command => command.Type).In(CodeLists.EvidenceTypes);
        RuleFor(command => command.CapturedAt).NotInFuture(time);
        RuleFor(command => command.Url).AtMost(2000);
        RuleFor(command => command.Description).AtMost(ReportContent.TextLength);
    }
}

internal sealed class AttachHandler(CaseDesk desk, IEvidenceStore store, TimeProvider time) : IRequestHandler<AttachCommand, IncidentView>
{
    private const int FileNameLength = 200;

    public async Task<IncidentView> Handle(AttachCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        var actor = open.ActorFor(CaseAction.Attach);
        CaseDesk.Do(open, CaseAction.Attach, (incident, _) => incident.Incident.RequireOpenForEvidence());

        // The file first, the row last: what the case names is always there.
        var id = Guid.CreateVersion7(time.Now());
        command.Content.Position = 0;
        var stored = await store.KeepAsync(id, command.Content, cancellationToken);
        try
        {
            var file = new ReceivedFile(
                command.Type ?? "other", NameOf(command.FileName), MediaTypes.Of(stored.Start.Span), stored.Size, stored.Sha256,
                open.Instant(command.CapturedAt), command.Url, command.Description);
            open.Incident.Attach(Attachment.Receive(id, file, actor), actor);
            return await desk.SaveAsync(open, cancellationToken);
        }
        catch
        {
            store.Remove(id);
            throw;
        }
    }

    // Shown to people, never used as a path.
    private static CaseText NameOf(string? name)
    {
        var bare = new string([.. (name ?? string.Empty).Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))]).Trim();
        var end = bare.Length > FileNameLength ? bare[^FileNameLength..] : bare;
        return CaseText.From(end.Length > 0 && char.IsLowSurrogate(end[0]) ? end[1..] : end) ?? CaseText.From("bilaga")!;
    }
}
