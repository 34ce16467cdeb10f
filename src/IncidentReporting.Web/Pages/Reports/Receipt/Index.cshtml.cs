using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Codes.ListLegalCards;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.SupportDirectory;
using IncidentReporting.Application.SupportDirectory.Get;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components.WhoReads;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Reports.More;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Reports.Receipt;

/// <summary>What the person has in her hand once she has reported: proof of it, what follows, and whom to turn to.</summary>
[Allow(nameof(Operations.ReadIncident))]
internal sealed class IndexModel(IMediator mediator, CurrentUser user, TimeProvider time) : PageModel
{
    private const int MostDuties = 4;
    private const int MostCards = 6;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IncidentView Case { get; private set; } = null!;

    public bool IsExposed => Case.Exposed.Any(exposed => exposed.Self);

    public DateTimeOffset Now => time.Now();

    public IReadOnlyList<ObligationView> Duties { get; private set; } = [];

    public IReadOnlyList<SupportItem> Support { get; private set; } = [];

    public IReadOnlyList<LegalCardResult> Cards { get; private set; } = [];

    public IReadOnlyList<(Step Step, bool IsAnswered)> Steps { get; private set; } = [];

    public int Answered => Steps.Count(step => step.IsAnswered);

    public Step? FirstOpen => Steps.FirstOrDefault(step => !step.IsAnswered).Step;

    public string WhoReads { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Case = await mediator.Send(new GetDetailsQuery(CaseReference.Parse(Id)), cancellationToken);
        if (Case.State == IncidentState.Draft)
        {
            return Redirect($"/report/{Case.Id.Value}");
        }

        if (Case.Reporter.Id != user.Id && !IsExposed)
        {
            return Redirect($"/incidents/{Case.Number}");
        }

        Duties = [.. Case.Obligations.Where(duty => duty.State is "pending" or "overdue").OrderBy(duty => duty.DueAt).Take(MostDuties)];
        Support = (await mediator.Send(new GetSupportDirectoryQuery(Case.Unit.Id), cancellationToken)).Items;
        var cards = await mediator.Send(new ListLegalCardsQuery(SnakeCase.Of(Role.Employee), ShownZone.DayOf(Case.OccurredAt ?? Now)), cancellationToken);
        Cards = [.. cards.Items.Take(MostCards)];
        WhoReads = Readers.Sentence(await mediator.Send(new ShowReadersQuery(CaseReference.Parse(Id)), cancellationToken), FieldGroup.Narrative);
        if (Case.AllowedActions.Contains(CaseAction.Edit))
        {
            Steps = [.. Step.For(Case).Select(step => (step, IsAnswered(step)))];
        }

        return Page();
    }

    private bool IsAnswered(Step step)
    {
        if (step.Id == Step.Evidence)
        {
            return Case.Attachments.Value is { Count: > 0 };
        }

        var answers = Answers.Of(Case, step);
        return step.Questions.Any(question => question.Name == Step.Subkinds
            ? answers[question.Name].Any(kind => kind.Contains('.', StringComparison.Ordinal))
            : answers[question.Name].Count > 0);
    }
}
