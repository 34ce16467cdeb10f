using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Correct;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Incidents.Case;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Own.OwnTexts;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>
/// Corrects by addition; the earlier wording is kept. Only what the person has changed is sent, so that nothing another has written is overwritten unseen;
/// where both have changed the same, both stand beside each other and she decides.
/// </summary>
[Allow(nameof(Operations.CorrectIncident))]
internal sealed class CorrectModel(IMediator mediator, TimeProvider time) : OwnForm(mediator)
{
    private const string Description = "description";

    [BindProperty]
    public string? Addition { get; set; }

    /// <summary>What stood in the form when it was opened.</summary>
    [BindProperty]
    public string? Before { get; set; }

    [BindProperty]
    public string? Version { get; set; }

    public override CaseAction Action => CaseAction.Edit;

    public ReportValues Values { get; private set; } = null!;

    /// <summary>What both have changed: as it stands now, and as it was typed here.</summary>
    public IReadOnlyList<(string Label, string Now, string Typed)> Both { get; private set; } = [];

    /// <summary>Somebody has changed the report since the form was opened.</summary>
    public bool HasNews { get; private set; }

    public bool IsOpen => HasNews || !ModelState.IsValid;

    public DateOnly On => Case.OccurredAt is { } at ? ShownZone.DayOf(at) : ShownZone.DayOf(time.Now());

    public IReadOnlyList<Choice> Of(CodeList list) => Codes.Choices(list, On);

    [Allow(nameof(Operations.CorrectIncident))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ReportValues.Read(Before) is not { } before)
        {
            return Redirect(Address("/correct"));
        }

        var typed = ReportValues.Of(Request.Form, before.Names);
        var changed = typed.DifferentFrom(before).ToHashSet(StringComparer.Ordinal);
        var sent = typed;
        if (!string.IsNullOrWhiteSpace(Addition) && typed.Has(Description))
        {
            sent = typed.With(Description, typed[Description] is { } text ? $"{text}\n\n{Addition.Trim()}" : Addition.Trim());
            changed.Add(Description);
        }

        if (changed.Count == 0)
        {
            ModelState.AddModelError(typed.Has(Description) ? "addition" : "kinds", T("correct.nothing"));
        }

        var occurred = changed.Contains(ReportValues.Day) || changed.Contains(ReportValues.Hour) ? Occurred(typed) : null;
        if (ModelState.IsValid && await TryAsync(new CorrectCommand(Reference, new MergePatch<ReportChange>(sent.Patch(changed, occurred)), Expected), cancellationToken))
        {
            return Redirect(Address() + "?done=corrected");
        }

        await OpenAsync(cancellationToken, fill: false);
        if (IsBlocked)
        {
            Values = typed;
        }
        else
        {
            Merge(before, typed);
        }

        return Page();
    }

    protected override void Fill()
    {
        Values = ReportValues.Of(Case, IsExposed);
        Keep(Values);
    }

    private ExpectedVersion Expected =>
        new([long.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1]);

    private async Task<bool> TryAsync(CorrectCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await Mediator.TrySendAsync(command, ModelState, cancellationToken);
        }
        catch (ChangedMeanwhileException)
        {
            return false;
        }
    }

    // What she has not touched follows the case as it now is; what she has typed stays.
    private void Merge(ReportValues before, ReportValues typed)
    {
        var now = ReportValues.Of(Case, IsExposed);
        var theirs = now.DifferentFrom(before);
        var mine = typed.DifferentFrom(before);
        HasNews = Version != Case.Version.ToString(CultureInfo.InvariantCulture);
        Both =
        [
            .. theirs.Intersect(mine).Where(name => now[name] != typed[name])
                .Select(name => (CaseTexts.Known("field", name == ReportValues.Hour ? ReportValues.Day : name), Words(name, now), Words(name, typed))),
        ];
        Values = now.With(typed, mine);
        Keep(now);
    }

    private void Keep(ReportValues values)
    {
        Before = values.Write();
        Version = Case.Version.ToString(CultureInfo.InvariantCulture);
    }

    private static string Words(string name, ReportValues values) =>
        Domain.Common.CaseText.From(values[name]?.Replace("|", ", ", StringComparison.Ordinal)) is { } text ? CaseFactsShown.Earlier(name, text) : T("correct.empty");

    private DateTimeOffset? Occurred(ReportValues typed)
    {
        if (string.IsNullOrWhiteSpace(typed[ReportValues.Day]))
        {
            ModelState.AddModelError(ReportValues.Day, SharedTexts.Shared("field.date"));
        }

        var hour = TypedTime.Hour(typed[ReportValues.Hour], ReportValues.Hour, ModelState);
        return TypedTime.Day(typed[ReportValues.Day], ReportValues.Day, ModelState) is { } day ? TypedTime.Instant(day, hour) : null;
    }
}
