using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.OfferSupport;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Support.SupportTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Support;

/// <summary>Offers support: as many measures at once as are of use, with what was asked for first.</summary>
[Allow(nameof(Operations.OfferSupport))]
internal sealed class NewModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    // Said by the exposed person, never offered.
    private const string DeclinesAll = "declined_all";

    [BindProperty]
    public string? ExposedId { get; set; }

    [BindProperty]
    public List<string> Measures { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? ExpiresOn { get; set; }

    /// <summary>Chosen beforehand by a link.</summary>
    [FromQuery(Name = "measure")]
    public string? Measure { get; set; }

    public override CaseAction Action => CaseAction.OfferSupport;

    public override string Heading => T("new.title");

    /// <summary>Everyone at once, or one of those who were hit.</summary>
    public IReadOnlyList<Choice> Persons =>
    [
        new(string.Empty, T("to_all")),
        .. Case.Exposed.Where(exposed => exposed.Name is not null).Select(exposed => new Choice(exposed.Id.ToString(), exposed.Name ?? string.Empty)),
    ];

    public IReadOnlyList<Choice> Choices
    {
        get
        {
            var wished = Case.Wishes.Value?.Support ?? CodeSet.Empty;
            return
            [
                .. Codes.Choices(CodeLists.SupportMeasures, Today).Where(choice => choice.Value != DeclinesAll)
                    .OrderByDescending(choice => wished.Contains(choice.Value))
                    .Select(choice => choice with { Help = Standing(choice.Value, wished) }),
            ];
        }
    }

    [Allow(nameof(Operations.OfferSupport))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Measures.Count == 0)
        {
            ModelState.AddModelError("measures", T("measures.missing"));
        }

        var command = new OfferSupportCommand(
            Reference, Guid.TryParse(ExposedId, out var exposed) ? exposed : null, Measure: null, CaseText.From(Note), Day(ExpiresOn, "expiresOn"))
        {
            Measures = CodeSet.Of(Measures),
        };
        return SendAsync(command, "offered", cancellationToken);
    }

    protected override void Fill()
    {
        if (CodeLists.SupportMeasures.Contains(Measure))
        {
            Measures = [Measure!];
        }
    }

    // What has already been offered is said, so that nobody is asked the same twice without meaning it.
    private string? Standing(string measure, CodeSet wished)
    {
        var latest = Case.Support.Offers.Value?.Where(offer => offer.Measure == measure).MaxBy(offer => offer.OfferedAt);
        return latest is not null ? Said(latest) : wished.Contains(measure) ? T("standing.wished") : null;
    }

    private string Said(OfferView offer) => offer.Answer switch
    {
        "declined" => T("standing.declined", Times.Date(offer.OfferedAt, Now)),
        "later" => T("standing.later", Times.Date(offer.OfferedAt, Now)),
        "accepted" => T("standing.accepted", Times.Date(offer.OfferedAt, Now)),
        _ => T("standing.offered", Times.Date(offer.OfferedAt, Now)),
    };
}
