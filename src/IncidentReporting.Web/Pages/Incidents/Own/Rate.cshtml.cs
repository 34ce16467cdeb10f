using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.RateSupport;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Own.OwnTexts;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>Whether the support is enough, in the survey's words and the exposed person's own judgement.</summary>
[Allow(nameof(Operations.RateSupport))]
internal sealed class RateModel(IMediator mediator) : OwnForm(mediator)
{
    [BindProperty]
    public string? Adequacy { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public override CaseAction Action => CaseAction.RateSupport;

    public static IReadOnlyList<Choice> Adequacies => [.. CodeLists.SupportAdequacies.Codes.Select(code => new Choice(code.Id, Codes.Label(CodeLists.SupportAdequacies, code.Id)))];

    /// <summary>Her ratings are read by those she has chosen to share them with.</summary>
    public string RatingsReadBy()
    {
        var share = Case.Share.Value;
        return ReadBy(reader => reader.IsSelf
            || (share is { RatingsWithManager: true } && reader.Role is ReaderRole.Manager or ReaderRole.Deputy or ReaderRole.NextManager or ReaderRole.NextDeputy)
            || (share is { RatingsWithRep: true } && reader.Role is ReaderRole.SafetyRepresentative or ReaderRole.HeadSafetyRepresentative));
    }

    [Allow(nameof(Operations.RateSupport))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Adequacy))
        {
            ModelState.AddModelError("adequacy", T("rate.missing"));
        }

        return SendAsync(new RateSupportCommand(Reference, Adequacy, CaseText.From(Comment)), "rated", cancellationToken);
    }
}
