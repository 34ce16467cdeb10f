using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.ListTimeline;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.WhoReads;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Handling;

/// <summary>
/// A form that changes a case. It carries the version of the case that it was opened for: when somebody has changed the case since, nothing is sent;
/// the form is shown again with all that was typed and with what is new, and can be sent anyway.
/// </summary>
internal abstract class CaseForm(IMediator mediator, TimeProvider time) : CasePage(mediator)
{
    private ReadersView _readers = new([]);

    /// <summary>The version that the person has seen.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>When she saw it.</summary>
    [BindProperty]
    public string? ReadAt { get; set; }

    public static IReadOnlyList<Choice> YesNo => [new("true", HandlingTexts.T("yes")), new("false", HandlingTexts.T("no"))];

    /// <summary>What is done: by it the case decides who may.</summary>
    public abstract CaseAction Action { get; }

    /// <summary>The page's heading, as a verb.</summary>
    public abstract string Heading { get; }

    /// <summary>The case has changed since the form was opened.</summary>
    public bool HasNews { get; private set; }

    /// <summary>What happened since, as far as this person may know of it.</summary>
    public IReadOnlyList<TimelineItem> News { get; private set; } = [];

    /// <summary>The fields that another person has filled in as well, and otherwise.</summary>
    public IReadOnlyList<BothWrote> Both { get; private set; } = [];

    /// <summary>Not possible as the case now stands.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Why not, in words.</summary>
    public virtual string Blocked => HandlingTexts.T("blocked");

    public bool IsSent => HttpMethods.IsPost(Request.Method);

    public DateTimeOffset Now => time.Now();

    public DateOnly Today => ShownZone.DayOf(Now);

    /// <summary>The words of the button that sends.</summary>
    public string Send(string verb) => HasNews ? HandlingTexts.T("anyway", verb) : verb;

    /// <summary>Who reads what is written in a field of that group.</summary>
    public string ReadBy(FieldGroup group) => Readers.Sentence(_readers, group);

    /// <summary>Who reads a message to those who were hit: they, and whoever handles the case.</summary>
    public string MessageReadBy() => Readers.Sentence(
        new ReadersView(
        [
            new GroupReaders(
                FieldGroup.Handling,
                [.. _readers.Of(FieldGroup.Narrative).Where(reader => reader.Role == ReaderRole.Exposed).Concat(_readers.Of(FieldGroup.Handling)).DistinctBy(reader => reader.UserId)]),
        ]),
        FieldGroup.Handling);

    public string? RepresentativeName() => _readers.Of(FieldGroup.Core)
        .FirstOrDefault(reader => reader.Role is ReaderRole.SafetyRepresentative or ReaderRole.HeadSafetyRepresentative)?.Name;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        Fill();
        return Page();
    }

    /// <summary>What else the page shows; also before the form is shown again.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What stands in the form when it is opened.</summary>
    protected virtual void Fill()
    {
    }

    /// <summary>For a field that stands in the case: what stands there now beside what was typed here.</summary>
    protected virtual IEnumerable<BothWrote> Compare() => [];

    /// <summary>Sends, and leads on to the case; or shows the form again.</summary>
    protected async Task<IActionResult> SendAsync(CaseCommand command, string done, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await TryAsync(command, cancellationToken))
        {
            return Redirect($"{Address()}?done={done}");
        }

        await OpenAgainAsync(cancellationToken);
        return Page();
    }

    /// <summary>True when it went through; the model state, or the case itself, says why not.</summary>
    protected async Task<bool> TryAsync(CaseCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await Mediator.TrySendAsync(command with { Expected = Expected }, ModelState, cancellationToken);
        }
        catch (ChangedMeanwhileException)
        {
            return false;
        }
    }

    protected async Task OpenAgainAsync(CancellationToken cancellationToken)
    {
        var (seen, at) = (Version, ReadAt);
        await OpenAsync(cancellationToken);
        if (seen is null || seen == Version)
        {
            return;
        }

        HasNews = true;
        if (DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var since))
        {
            var timeline = await Mediator.Send(new ListTimelineQuery(Reference), cancellationToken);
            News = [.. timeline.Items.Where(item => item.At > since)];

            // What was saved just as the case was read bears a time just before it.
            News = News.Count > 0 ? News : [.. timeline.Items.TakeLast(1)];
        }

        Both = [.. Compare().Where(field => field.Theirs is not null && field.Theirs != field.Mine)];
    }

    protected void Require(string? value, string field, string message)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            ModelState.AddModelError(field, message);
        }
    }

    protected DateOnly? Day(string? text, string field) => TypedTime.Day(text, field, ModelState);

    /// <summary>A day and, where it is known, an hour. Today without an hour is now.</summary>
    protected DateOrTime? Moment(string? day, string? hour, string dayField, string hourField) =>
        TypedTime.Moment(day, hour, dayField, hourField, Now, ModelState) is { } at && !(at.Time is null && at.Date == Today) ? at : null;

    private ExpectedVersion Expected =>
        long.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? new ExpectedVersion([seen]) : ExpectedVersion.Any;

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        IsBlocked = !May(Action);
        if (IsBlocked && !Case.BlockedActions.Contains(Action))
        {
            throw new NotAllowedException();
        }

        Version = Case.Version.ToString(CultureInfo.InvariantCulture);
        ReadAt = Now.ToString("O", CultureInfo.InvariantCulture);
        _readers = await Mediator.Send(new ShowReadersQuery(Reference), cancellationToken);
        await PrepareAsync(cancellationToken);
    }
}

/// <summary>A field that two people have filled in: as it now stands in the case, and as it was typed here.</summary>
internal sealed record BothWrote(string Label, string? Theirs, string? Mine);
