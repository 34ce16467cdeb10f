using IncidentReporting.Application.Incidents.ListCandidates;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Components;

namespace IncidentReporting.Web.Pages.Incidents.Handling;

internal static class People
{
    /// <summary>"Karin Ek, chef, Barn och unga, mottag", so that two of the same name are told apart.</summary>
    public static Choice Choice(Candidate candidate)
    {
        var role = Codes.InSentence(Codes.Label(CodeLists.Roles, SnakeCase.Of(candidate.Role)));
        var label = HandlingTexts.T(candidate.Self ? "person.self" : candidate.Away ? "person.away" : "person", candidate.Name, role, candidate.Unit.Name);
        return new Choice(candidate.Id.Value.ToString(), label);
    }
}
