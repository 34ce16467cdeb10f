using IncidentReporting.Application.Access;
using IncidentReporting.Application.Codes.ListRulePacks;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.FollowUpPolicies.Get;
using IncidentReporting.Application.FollowUpPolicies.Put;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.FollowUpPolicy;

/// <summary>All rules with their clocks in plain words; and when mails are held back.</summary>
[Allow(nameof(Operations.ChangeFollowUpPolicy))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    [BindProperty]
    public long Version { get; set; }

    [BindProperty(Name = "quietHours.from")]
    public string? QuietFrom { get; set; }

    [BindProperty(Name = "quietHours.to")]
    public string? QuietTo { get; set; }

    [BindProperty]
    public string? DigestAt { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public bool IsChangedMeanwhile { get; private set; }

    public FollowUpPolicyDocument Policy { get; private set; } = new();

    internal IReadOnlyList<RuleWords> Rules { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Version = await ShowAsync(cancellationToken);
        (QuietFrom, QuietTo, DigestAt) = (Policy.QuietHours?.From, Policy.QuietHours?.To, Policy.DigestAt);
    }

    [Allow(nameof(Operations.ChangeFollowUpPolicy))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var now = await ShowAsync(cancellationToken);
        var quiet = string.IsNullOrEmpty(QuietFrom) && string.IsNullOrEmpty(QuietTo) ? null : new QuietHoursDocument(QuietFrom ?? string.Empty, QuietTo ?? string.Empty);
        try
        {
            var command = new PutFollowUpPolicyCommand(Policy with { QuietHours = quiet, DigestAt = DigestAt ?? string.Empty }, new ExpectedVersion([Version]));
            if (await mediator.TrySendAsync(command, ModelState, cancellationToken))
            {
                return Redirect("/administration/follow-up-policy?done=true");
            }
        }
        catch (ChangedMeanwhileException)
        {
            (IsChangedMeanwhile, Version) = (true, now);
        }

        return Page();
    }

    private async Task<long> ShowAsync(CancellationToken cancellationToken)
    {
        var current = await mediator.Send(new GetFollowUpPolicyQuery(), cancellationToken);
        var laws = (await mediator.Send(new ListRulePacksQuery("SE", ShownZone.DayOf(time.Now())), cancellationToken)).Items.SelectMany(pack => pack.Rules).ToLookup(law => law.Rule, StringComparer.Ordinal);
        Policy = current.Policy;
        Rules = [.. Policy.Rules.Select(rule => new RuleWords(rule, [.. laws[rule.Rule]]))];
        return current.Version;
    }
}
