using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Obligations;
using MediatR;

namespace IncidentReporting.Application.Codes.ListLegalCards;

/// <summary>The legal cards that hold on the date (default today), for one role or for all.</summary>
public sealed record ListLegalCardsQuery(string? Role, DateOnly? Date) : IQuery<Listing<LegalCardResult>>;

/// <summary>A legal card; <see cref="Label"/> and <see cref="Text"/> are in the caller's language. Mark K: not confirmed, show it as such.</summary>
/// <param name="CheckedAt">When it was last compared with its source; null when it is not confirmed.</param>
public sealed record LegalCardResult(
    string Id, string Label, Wording Labels, string Text, Wording Texts, string Source, IReadOnlyList<string> Roles, string Mark,
    DateOnly? ValidFrom, DateOnly? ValidTo, DateOnly? CheckedAt);

internal sealed class ListLegalCardsHandler(ICurrentUser user, TimeProvider time) : IRequestHandler<ListLegalCardsQuery, Listing<LegalCardResult>>
{
    public Task<Listing<LegalCardResult>> Handle(ListLegalCardsQuery request, CancellationToken cancellationToken)
    {
        var date = request.Date ?? WorkCalendar.Sweden.LocalDate(time.Now());
        return Task.FromResult(Listing.Whole<LegalCardResult>([.. LegalCards.For(request.Role, date).Select(Shown)]));
    }

    private LegalCardResult Shown(LegalCard card) => new(
        card.Id, card.Title(user.Language), new Wording(card.Sv, card.En), card.Text.In(user.Language), card.Text, card.Source, card.Roles, card.Mark,
        card.ValidFrom, card.ValidTo, card.Mark == "C" ? LegalCards.CheckedAt : null);
}

internal sealed class ListLegalCardsValidator : AbstractValidator<ListLegalCardsQuery>
{
    public ListLegalCardsValidator()
    {
        var roles = CodeLists.Roles;
        RuleFor(query => query.Role).Must(roles.Contains).When(query => query.Role is not null)
            .WithMessage(_ => CodeTexts.OneOf(roles.Codes.Select(code => code.Id)));
    }
}
