using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Correct;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.WhoReads;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Reports.ReportTexts;

namespace IncidentReporting.Web.Pages.Reports.More;

/// <summary>One of the parts that can be told later; each can be left out.</summary>
[Allow(nameof(Operations.ReadIncident))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private ReadersView _readers = null!;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true, Name = "step")]
    public string StepId { get; set; } = string.Empty;

    public IncidentView Case { get; private set; } = null!;

    public Step Step { get; private set; } = null!;

    public Answers Given { get; private set; } = null!;

    /// <summary>It can no longer be told here; what was answered is still shown.</summary>
    public bool IsTooLate { get; private set; }

    /// <summary>What stands there now, where somebody else changed the case meanwhile.</summary>
    public Answers? Theirs { get; private set; }

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public int Place => Steps.ToList().IndexOf(Step) + 1;

    public string Next => Place < Steps.Count ? $"/report/{Id}/more/{Steps[Place].Id}" : $"/report/{Id}/receipt?done=more";

    public IReadOnlyList<string> Categories => Kinds.CategoriesOf(Case.Kinds);

    /// <summary>What stands in the case as the page is shown.</summary>
    public string Seen => Answers.Of(Case, Step).Stamp(Step);

    public DateOnly Day => ShownZone.DayOf(Case.OccurredAt ?? time.Now());

    public string WhoReads(Question? question = null) => Readers.Sentence(_readers, question is null ? Step.ReadAs : Step.ReadersOf(question, Step));

    public IReadOnlyList<Choice> Subkinds(string category) =>
        [.. Step.Questions[0].Choices(Day).Where(choice => choice.Value.StartsWith(category + ".", StringComparison.Ordinal))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        Given = Answers.Of(Case, Step);
        return Page();
    }

    [Allow(nameof(Operations.CorrectIncident))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        Given = Answers.Of(Request.Form, Step);
        if (IsTooLate)
        {
            ModelState.AddModelError(string.Empty, T("more.too_late"));
            return Page();
        }

        var standing = Answers.Of(Case, Step);
        var changed = Given.DifferentFrom(standing, Step);
        if (changed.Count == 0)
        {
            return Redirect(Next);
        }

        var version = Request.Form["seen"] == standing.Stamp(Step) ? Case.Version : 0;
        var command = new CorrectCommand(CaseReference.Parse(Id), new MergePatch<ReportChange>(Given.ToPatch(changed, Categories)), new ExpectedVersion([version]));
        try
        {
            if (await mediator.TrySendAsync(command, ModelState, cancellationToken))
            {
                return Redirect(Next);
            }
        }
        catch (ChangedMeanwhileException)
        {
            Theirs = standing;
            ModelState.AddModelError(string.Empty, T("conflict"));
        }

        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        Case = await mediator.Send(new GetDetailsQuery(CaseReference.Parse(Id)), cancellationToken);
        Steps = Step.For(Case);
        if (Steps.FirstOrDefault(step => step.Id == StepId) is not { Questions.Count: > 0 } step)
        {
            return NotFound();
        }

        Step = step;
        if (Case.State == IncidentState.Draft)
        {
            return Redirect($"/report/{Case.Id.Value}");
        }

        IsTooLate = !Case.AllowedActions.Contains(CaseAction.Edit);
        if (IsTooLate && !HttpMethods.IsPost(Request.Method))
        {
            throw new NotAllowedException();
        }

        _readers = await mediator.Send(new ShowReadersQuery(CaseReference.Parse(Id)), cancellationToken);
        return null;
    }
}
