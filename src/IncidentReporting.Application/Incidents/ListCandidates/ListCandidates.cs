using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.HandOver;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Incidents.ListCandidates;

/// <summary>Who can take the case over: whoever handles cases and has no part in this one. Or who can own an action of it: those whose roles reach its unit.</summary>
/// <param name="For">handler or action.</param>
public sealed record ListCandidatesQuery(CaseReference Case, string? For) : IQuery<Listing<Candidate>>;

/// <param name="Role">The highest of the roles, and where it is held; a role that reaches the case's unit comes before others.</param>
public sealed record Candidate(UserId Id, string Name, Role Role, UnitRef Unit, bool Self, bool Away);

internal sealed class ListCandidatesValidator : AbstractValidator<ListCandidatesQuery>
{
    public ListCandidatesValidator() =>
        RuleFor(query => query.For).Must(purpose => purpose is "handler" or "action").WithMessage(_ => IncidentTexts.CandidatesFor);
}

internal sealed class ListCandidatesHandler(CaseDesk desk) : IRequestHandler<ListCandidatesQuery, Listing<Candidate>>
{
    private static readonly Role[] BySeniority =
        [Role.Manager, Role.Deputy, Role.Coordinator, Role.SafetyRepresentative, Role.HeadSafetyRepresentative, Role.Employee];

    public async Task<Listing<Candidate>> Handle(ListCandidatesQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        open.ActorFor(query.For == "handler" ? CaseAction.HandOver : CaseAction.ChangeAction);
        var names = new NameGiver(open.Chart, open.User, open.Roles, open.Incident);
        return Listing.Whole<Candidate>(
        [
            .. open.Chart.People
                .Where(person => query.For == "handler" ? person.Id != open.Incident.HandlerId && HandOverHandler.IsSuitable(person.Id, open) : MayOwn(person, open))
                .Select(person => (person.Id, Held: RoleOf(person.Id, query.For == "handler", open)))
                .Where(found => found.Held is not null)
                .OrderByDescending(found => Reaches(found.Held!.Value.Unit, open))
                .ThenBy(found => Array.IndexOf(BySeniority, found.Held!.Value.Role))
                .Select(found => new Candidate(
                    found.Id, names.Of(found.Id).Name, found.Held!.Value.Role, new UnitRef(found.Held.Value.Unit, open.Chart.Unit(found.Held.Value.Unit)!.Name),
                    found.Id == open.User.Id, open.Chart.IsAway(found.Id, open.Now))),
        ]);
    }

    // Whoever is behind an alias is not offered: her name in a list would tell who she is.
    private static bool MayOwn(Person person, OpenCase open) => !person.IsDisabled && open.Incident.AliasOf(person.Id, open.User.Id) is null && person.Id != open.Incident.Report.CounterpartUserId && !open.Incident.IsKeptOut(person.Id);

    private static (Role Role, UnitId Unit)? RoleOf(UserId person, bool anywhere, OpenCase open) =>
        open.Chart.RolesOf(person, open.Now)
            .Where(held => anywhere ? HandOverHandler.Handling.Contains(held.Role) : BySeniority.Contains(held.Role) && Reaches(held.Unit, open))
            .OrderByDescending(held => Reaches(held.Unit, open)).ThenBy(held => Array.IndexOf(BySeniority, held.Role))
            .Select(held => ((Role, UnitId)?)held).FirstOrDefault();

    private static bool Reaches(UnitId unit, OpenCase open) => open.Chart.Reach(unit).Contains(open.Incident.UnitId);
}
