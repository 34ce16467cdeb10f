using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.Views;

/// <content>What was published and saved, and what was asked to be taken away.</content>
internal sealed partial class IncidentViewer
{
    // Whoever sees only part of a list is told so by a name of its own: the list itself is there.
    private Shown<IReadOnlyList<AttachmentView>> Attachments()
    {
        var all = FieldMask.ShowsAll(FieldGroup.Narrative, roles) && !TextSealed;
        var shown = incident.Attachments.Where(MayOpen).OrderBy(attachment => attachment.At).Select(Attachment).ToList();
        var listed = all || shown.Count > 0 || FieldMask.Of(FieldGroup.Narrative, roles) == Sight.Own;
        if (listed && !all)
        {
            _withheld.Add("attachments.others");
        }

        return Keep<IReadOnlyList<AttachmentView>>("attachments", listed, shown);
    }

    /// <summary>Evidence is part of the narrative; a reporter opens her own.</summary>
    public bool MayOpen(Attachment attachment) =>
        !TextSealed && (FieldMask.ShowsAll(FieldGroup.Narrative, roles)
            || (attachment.By == user.Id && FieldMask.Of(FieldGroup.Narrative, roles) == Sight.Own));

    public AttachmentView Attachment(Attachment attachment) => new(
        attachment.Id, attachment.Type, attachment.FileName, attachment.MediaType, attachment.Size, attachment.Sha256, attachment.At,
        _names.Of(attachment.By), attachment.CapturedAt, attachment.CapturedBy, attachment.Url, attachment.AccountHandle, attachment.Platform,
        attachment.OriginalKeptWhere, attachment.WitnessOfCapture, attachment.Description, new ScanView(attachment.Scan, attachment.ScannedAt, attachment.ScanFinding));

    // What is asked to be removed tells what was published: as much of the narrative as the evidence itself.
    private Shown<IReadOnlyList<TakedownView>> Takedowns() => Keep<IReadOnlyList<TakedownView>>(
        "takedowns", FieldMask.ShowsAll(FieldGroup.Narrative, roles) && !TextSealed, [.. incident.Takedowns.OrderBy(takedown => takedown.RequestedAt).Select(Takedown)]);

    private TakedownView Takedown(Takedown takedown) => new(
        takedown.Id, takedown.AttachmentId, takedown.Platform, takedown.Url, takedown.Reference, takedown.RequestedAt, _names.Of(takedown.RecordedBy),
        takedown.Answer, takedown.AnsweredAt, takedown.Note,
        takedown is { Answer: "removed", AnsweredAt: { } removed } ? [.. Domain.Incidents.Takedown.RecheckDays.Select(days => chart.DayOf(removed).AddDays(days))] : []);
}
