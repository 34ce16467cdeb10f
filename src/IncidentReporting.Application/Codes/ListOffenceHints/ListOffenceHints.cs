using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Obligations;
using MediatR;

namespace IncidentReporting.Application.Codes.ListOffenceHints;

/// <summary>What acts of these kinds may fall under, by the law of the day they happened (default today). The police and the prosecutor decide.</summary>
public sealed record ListOffenceHintsQuery(IReadOnlyList<string> Kinds, DateOnly? OccurredOn) : IQuery<OffenceHintsResult>;

/// <summary>The hints with the sentence that has to stand beside them.</summary>
public sealed record OffenceHintsResult(string Reservation, IReadOnlyList<OffenceHintResult> Items);

/// <summary>A section of the Swedish Criminal Code. Mark K: not confirmed, show it as such.</summary>
/// <param name="CheckedAt">When it was last compared with its source; null when it is not confirmed.</param>
public sealed record OffenceHintResult(
    string Id, string Section, string Label, Wording Labels, string Mark, string Source, DateOnly? ValidFrom, DateOnly? ValidTo, DateOnly? CheckedAt);

internal sealed class ListOffenceHintsHandler(ICurrentUser user, TimeProvider time) : IRequestHandler<ListOffenceHintsQuery, OffenceHintsResult>
{
    public Task<OffenceHintsResult> Handle(ListOffenceHintsQuery request, CancellationToken cancellationToken)
    {
        var date = request.OccurredOn ?? WorkCalendar.Sweden.LocalDate(time.Now());
        return Task.FromResult(new OffenceHintsResult(
            OffenceHints.Reservation.In(user.Language), [.. OffenceHints.For(request.Kinds, date).Select(Shown)]));
    }

    private OffenceHintResult Shown(OffenceHint hint) => new(
        hint.Id, hint.Section, hint.Label(user.Language), new Wording(hint.Sv, hint.En), hint.Mark, hint.Source, hint.ValidFrom, hint.ValidTo,
        hint.Mark == "C" ? OffenceHints.CheckedAt : null);
}

internal sealed class ListOffenceHintsValidator : AbstractValidator<ListOffenceHintsQuery>
{
    public ListOffenceHintsValidator() =>
        RuleFor(query => query.Kinds).Must(kinds => kinds.All(CodeLists.IncidentKinds.Contains)).OverridePropertyName("kind")
            .WithMessage(_ => CodeTexts.OneOf(CodeLists.IncidentKinds.Codes.Select(code => code.Id)));
}
