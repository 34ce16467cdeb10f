using System.Text.Json.Nodes;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Correct;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Own.OwnTexts;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>What the exposed person opens to her manager and her representative.</summary>
[Allow(nameof(Operations.CorrectIncident))]
internal sealed class SharingModel(IMediator mediator) : OwnForm(mediator)
{
    private static readonly string[] Parts = ["consequencesWithRep", "ratingsWithManager", "ratingsWithRep"];

    [BindProperty]
    public List<string> Share { get; set; } = [];

    public override CaseAction Action => CaseAction.Edit;

    public IReadOnlyList<Choice> Choices
    {
        get
        {
            var managers = NamesOf(ReaderRole.Manager, ReaderRole.Deputy, ReaderRole.NextManager, ReaderRole.NextDeputy);
            var representatives = NamesOf(ReaderRole.SafetyRepresentative, ReaderRole.HeadSafetyRepresentative);
            return
            [
                new(Parts[0], T("sharing.consequencesWithRep"), Named(representatives)),
                new(Parts[1], T("sharing.ratingsWithManager"), Named(managers)),
                new(Parts[2], T("sharing.ratingsWithRep"), Named(representatives)),
            ];
        }
    }

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return IsExposed ? Page() : throw new NotAllowedException();
    }

    [Allow(nameof(Operations.CorrectIncident))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var share = new JsonObject(Parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part, Share.Contains(part))));
        return SendAsync(
            new CorrectCommand(Reference, new MergePatch<ReportChange>(new JsonObject { ["share"] = share }), ExpectedVersion.Any), "shared", cancellationToken);
    }

    protected override void Fill()
    {
        if (Case.Share.Value is { } share)
        {
            bool[] on = [share.ConsequencesWithRep, share.RatingsWithManager, share.RatingsWithRep];
            Share = [.. Parts.Where((_, index) => on[index])];
        }
    }

    private static string? Named(string names) => names.Length > 0 ? T("sharing.names", names) : null;
}
