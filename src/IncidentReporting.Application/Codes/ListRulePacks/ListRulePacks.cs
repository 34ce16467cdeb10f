using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using MediatR;

namespace IncidentReporting.Application.Codes.ListRulePacks;

/// <summary>The rule packs of one country or of all; with <paramref name="Date"/> only the entries that hold that day.</summary>
public sealed record ListRulePacksQuery(string? Country, DateOnly? Date) : IQuery<Listing<RulePackResult>>;

/// <summary>The deadlines and notices of a country.</summary>
public sealed record RulePackResult(string Id, string Country, string Label, Wording Labels, IReadOnlyList<PackRuleResult> Rules);

/// <summary>One entry of a pack. <see cref="Deadline"/> counts from <see cref="ClockStart"/>; <see cref="Limit"/> is how far an employer may lengthen it.</summary>
public sealed record PackRuleResult(
    string Id, string Label, Wording Labels, string? Rule, string Country, string Trigger, string Addressee, string? Deadline, string ClockStart,
    string? Calendar, string? Limit, string LegalReference, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> FormFields,
    string? Note, Wording? Notes, string Source, DateOnly? CheckedAt, string Mark);

internal sealed class ListRulePacksHandler(ICurrentUser user) : IRequestHandler<ListRulePacksQuery, Listing<RulePackResult>>
{
    public Task<Listing<RulePackResult>> Handle(ListRulePacksQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(Listing.Whole<RulePackResult>(
            [.. RulePacks.All.Where(pack => request.Country is null || pack.Country == request.Country).Select(pack => Shown(pack, request.Date))]));

    private RulePackResult Shown(RulePack pack, DateOnly? holdsOn) => new(
        pack.Id, pack.Country, pack.Title(user.Language), new Wording(pack.Sv, pack.En),
        [.. pack.Rules.Where(rule => holdsOn is null || rule.HoldsOn(holdsOn.Value)).Select(Shown)]);

    private PackRuleResult Shown(PackRule rule) => new(
        rule.Id, rule.Label(user.Language), new Wording(rule.Sv, rule.En), rule.Rule, rule.Country, rule.Trigger, rule.Addressee, rule.Deadline,
        rule.ClockStart, rule.Calendar, rule.Limit, rule.LegalReference, rule.ValidFrom, rule.ValidTo, rule.FormFields,
        rule.Note?.In(user.Language), rule.Note, rule.Source, rule.CheckedAt, rule.Mark);
}

internal sealed class ListRulePacksValidator : AbstractValidator<ListRulePacksQuery>
{
    private static readonly IReadOnlyList<string> Countries = [.. RulePacks.All.Select(pack => pack.Country)];

    public ListRulePacksValidator() =>
        RuleFor(query => query.Country).Must(country => Countries.Contains(country, StringComparer.Ordinal)).When(query => query.Country is not null)
            .WithMessage(_ => CodeTexts.OneOf(Countries));
}
