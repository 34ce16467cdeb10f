using IncidentReporting.Application.Pulse.CreateRound;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Pages.Administration.Pulse;

/// <summary>A round of the survey as typed.</summary>
internal sealed record TypedRound(string? Name, string? OpensOn, string? ClosesOn, IReadOnlyList<string> UnitIds)
{
    public static readonly TypedRound Blank = new(Name: null, OpensOn: null, ClosesOn: null, []);

    public static TypedRound In(IFormCollection form) =>
        new(form["name"].ToString().Trim(), form["opensOn"].ToString(), form["closesOn"].ToString(), [.. form["unitIds"].OfType<string>()]);

    public CreatePulseRoundCommand Read(ModelStateDictionary state) => new(
        Name, TypedTime.Day(OpensOn, "opensOn", state), TypedTime.Day(ClosesOn, "closesOn", state),
        [.. UnitIds.Select(id => new UnitId(Guid.TryParse(id, out var unit) ? unit : Guid.Empty))]);
}
