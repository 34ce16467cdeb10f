using System.Text.Json.Nodes;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Correct;
using IncidentReporting.Application.Incidents.DiscardDraft;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.SubmitDraft;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Application.Users.List;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.WhoReads;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Reports.ReportTexts;
using Listed = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.Reports.Tell;

/// <summary>What happened: enough to send. The draft is saved as it is written, and is there on another device.</summary>
[Allow(nameof(Operations.ReadIncident))]
internal sealed class IndexModel(IMediator mediator, CurrentUser user, TimeProvider time) : PageModel
{
    private const string Colleague = "colleague";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    public TellForm Told { get; private set; } = null!;

    /// <summary>False where something of what was just sent could not be saved.</summary>
    public bool IsSaved { get; private set; } = true;

    /// <summary>What another device has written meanwhile.</summary>
    public string? Elsewhere { get; private set; }

    public string WhoReads { get; private set; } = string.Empty;

    public string WhoReadsPastManager { get; private set; } = string.Empty;

    public IReadOnlyList<(string Part, string Sentence)> Parts { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>True where the unit has more people than the list shows.</summary>
    public bool IsCut { get; private set; }

    public string ColleagueHint => IsCut ? T("who.colleague.cut", Listed.MaxLimit) : T("who.colleague.hint");

    public string UnitName => Units.FirstOrDefault(unit => unit.Value == Told.Unit)?.Label ?? string.Empty;

    public string Today => Times.ForDateField(ShownZone.DayOf(time.Now()));

    public static IReadOnlyList<Choice> Precisions => [.. CodeLists.OccurredPrecisions.Codes.Select(code => new Choice(code.Id, T($"precision.{code.Id}")))];

    public static IReadOnlyList<Choice> WhoChoices =>
        [new(TellForm.Me, T("who.me")), new(TellForm.Colleague, T("who.colleague"), T("who.colleague.help")), new(TellForm.Team, T("who.team"))];

    /// <summary>True where what is usually left as it is was changed or is wrong.</summary>
    public bool IsAboutOthers => Told.Who is null or not [TellForm.Me] || IsWrong("unitId") || IsWrong("exposed") || IsWrong(Colleague);

    private string Messages => string.Join(' ', ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage));

    private CaseReference Case => CaseReference.Parse(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var draft = await mediator.Send(new GetDetailsQuery(Case), cancellationToken);
        if (draft.State != IncidentState.Draft)
        {
            return Redirect($"/report/{draft.Id.Value}/receipt");
        }

        Told = TellForm.Of(draft);
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Sends the report. Once it is sent, sending it again leads to its receipt.</summary>
    [Allow(nameof(Operations.SubmitDraft))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await SaveAsync(cancellationToken) is { } saved)
        {
            if (saved.State != IncidentState.Draft || (IsSaved && await mediator.TrySendAsync(new SubmitDraftCommand(Case), ModelState, cancellationToken)))
            {
                return Redirect($"/report/{saved.Id.Value}/receipt");
            }
        }

        return await AgainAsync(cancellationToken);
    }

    /// <summary>Saves what stands there: as it is written, or to go on later.</summary>
    [Allow(nameof(Operations.CorrectIncident))]
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        var isScript = Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        var saved = await SaveAsync(cancellationToken);
        if (!isScript)
        {
            return saved is null || (!IsSaved && saved.State == IncidentState.Draft) ? await AgainAsync(cancellationToken)
                : Redirect(saved.State == IncidentState.Draft ? "/report?done=saved" : $"/report/{saved.Id.Value}/receipt");
        }

        if (saved is null || saved.State != IncidentState.Draft)
        {
            return NotSaved(isSent: saved is not null);
        }

        return new JsonResult(new
        {
            text = IsSaved ? T("saved.automatically", Times.Hour(time.Now())) : T("saved.partly", Messages),
            partly = !IsSaved,
            version = saved.Version,
            readers = Readers.Sentence(await mediator.Send(new ShowReadersQuery(Case), cancellationToken), FieldGroup.Narrative),
        });
    }

    [Allow(nameof(Operations.DiscardDraft))]
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        if (await mediator.TrySendAsync(new DiscardDraftCommand(Case), ModelState, cancellationToken))
        {
            return Redirect("/report?done=discarded");
        }

        return Redirect($"/report/{Id}/receipt");
    }

    // Saves all that can be: what is to be mended keeps nothing else from being saved.
    private async Task<IncidentView?> SaveAsync(CancellationToken cancellationToken)
    {
        Told = TellForm.Of(Request.Form);
        var patch = Told.ToPatch(ModelState);
        if (Told.NamesNoColleague)
        {
            ModelState.AddModelError(Colleague, T("who.colleague.missing"));
        }

        var saved = await SaveAsync(patch, cancellationToken);
        foreach (var (field, _) in ModelState.Where(entry => entry.Key.StartsWith("exposed[", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(field);
            ModelState.AddModelError(Colleague, T("who.colleague.missing"));
        }

        IsSaved = saved is not null && ModelState.IsValid;
        Told = Told with { Version = saved?.Version ?? Told.Version };
        return saved;
    }

    private async Task<IncidentView?> SaveAsync(JsonObject patch, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var command = new CorrectCommand(Case, new MergePatch<ReportChange>(patch), new ExpectedVersion([Told.Version]));
                var (isSent, saved) = await mediator.TryAskAsync(command, ModelState, cancellationToken);
                if (isSent || !LeaveOutWrong(patch))
                {
                    return saved;
                }
            }
        }
        catch (ChangedMeanwhileException)
        {
            return await FindSavedAsync(patch, cancellationToken);
        }
    }

    // What stands there already was saved from here, and only the answer was lost on its way.
    private async Task<IncidentView?> FindSavedAsync(JsonObject patch, CancellationToken cancellationToken)
    {
        var now = await mediator.Send(new GetDetailsQuery(Case), cancellationToken);
        if (now.State != IncidentState.Draft || TellForm.Holds(now, patch))
        {
            return now;
        }

        Elsewhere = now.Description.Value?.Value ?? string.Empty;
        Told = Told with { Version = now.Version };
        ModelState.AddModelError("description", T("elsewhere"));
        return null;
    }

    private bool LeaveOutWrong(JsonObject patch)
    {
        var wrong = ModelState.Where(entry => entry.Value!.Errors.Count > 0).Select(entry => entry.Key.Split('.', '[')[0]).ToHashSet(StringComparer.Ordinal);
        var whole = patch.Count;
        foreach (var member in wrong)
        {
            patch.Remove(member);
        }

        return patch.Count < whole;
    }

    // An answer like any other: there is nothing to go on saving on.
    private JsonResult NotSaved(bool isSent) => new(new { text = isSent ? T("saved.sent") : T("saved.not", Messages) });

    // Something is to be mended; a report that was sent meanwhile has nothing left to mend.
    private async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        var now = await mediator.Send(new GetDetailsQuery(Case), cancellationToken);
        return now.State == IncidentState.Draft ? await ShowAsync(cancellationToken) : Redirect($"/report/{now.Id.Value}/receipt");
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        var readers = await mediator.Send(new ShowReadersQuery(Case), cancellationToken);
        WhoReads = Readers.Sentence(readers, FieldGroup.Narrative);
        Parts = Readers.Parts(readers);
        var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
        Units = [.. units.Where(unit => !unit.Closed || unit.Id.Value.ToString() == Told.Unit).Select(unit => new Choice(unit.Id.Value.ToString(), unit.Name))];
        if (units.FirstOrDefault(unit => unit.Id.Value.ToString() == Told.Unit)?.Id is { } unit)
        {
            WhoReadsPastManager = Readers.Sentence(await mediator.Send(new ShowReadersOfNewQuery(unit, BypassManager: true), cancellationToken), FieldGroup.Narrative);
            Colleagues = await ColleaguesAsync(unit, cancellationToken);
        }

        return Page();
    }

    private async Task<IReadOnlyList<Choice>> ColleaguesAsync(UnitId unit, CancellationToken cancellationToken)
    {
        var people = await mediator.Send(new ListUsersQuery(unit, Role: null, new Listed(Listed.MaxLimit)), cancellationToken);
        IsCut = people.Next is not null;
        return [.. people.Items.Where(person => person.Id != user.Id).Select(person => new Choice(person.Id.Value.ToString(), person.Name))];
    }

    private bool IsWrong(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0;
}
