using IncidentReporting.Application.Access;
using IncidentReporting.Application.Codes.ListRulePacks;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.FollowUpPolicies.Get;
using IncidentReporting.Application.FollowUpPolicies.Put;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.FollowUpPolicy;

/// <summary>One rule's clocks: how they are, what the law says, and how they are to be. All other rules keep theirs.</summary>
[Allow(nameof(Operations.ChangeFollowUpPolicy))]
internal sealed class RuleModel(IMediator mediator, TimeProvider time) : PageModel
{
    private FollowUpPolicyDocument _policy = new();

    [FromRoute(Name = "rule")]
    public string RuleId { get; set; } = string.Empty;

    [BindProperty]
    public long Version { get; set; }

    public bool IsChangedMeanwhile { get; private set; }

    internal RuleWords Words { get; private set; } = null!;

    internal TypedRule Typed { get; private set; } = null!;

    /// <summary>Only one rule has a shorter time for what is serious.</summary>
    public bool HasSerious => RuleId == "R5";

    internal static IReadOnlyList<Choice> YesOrNo => [new("false", SharedTexts.Shared("no")), new("true", SharedTexts.Shared("yes"))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Version = await ShowAsync(cancellationToken);
        Typed = TypedRule.Of(Words.Rule);
    }

    [Allow(nameof(Operations.ChangeFollowUpPolicy))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var now = await ShowAsync(cancellationToken);
        Typed = TypedRule.In(FormRows.Of(Request.Form, "rules") is [var row, ..] ? row : FormRow.Blank);
        try
        {
            var command = new PutFollowUpPolicyCommand(_policy with { Rules = [Typed.ToDocument(RuleId)] }, new ExpectedVersion([Version]));
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
        _policy = current.Policy;
        var rule = _policy.Rules.SingleOrDefault(rule => rule.Rule == RuleId) ?? throw new NotFoundException();
        var packs = await mediator.Send(new ListRulePacksQuery("SE", ShownZone.DayOf(time.Now())), cancellationToken);
        Words = new RuleWords(rule, [.. packs.Items.SelectMany(pack => pack.Rules).Where(law => law.Rule == RuleId)]);
        return current.Version;
    }
}
