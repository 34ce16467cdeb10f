using IncidentReporting.Application.Users;
using IncidentReporting.Application.Users.SetAbsences;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Components.AbsenceRows;

/// <summary>The first and the last day of an absence, as typed.</summary>
public sealed record TypedDays(string? From, string? To)
{
    internal const string List = "absences";

    internal static IReadOnlyList<TypedDays> Of(IEnumerable<AbsenceResult> absences) =>
        [.. absences.Select(days => new TypedDays(Times.ForDateField(days.From), Times.ForDateField(days.To)))];

    /// <summary>What was typed; rows left blank are dropped, which is how an absence is taken away.</summary>
    internal static IReadOnlyList<TypedDays> In(IFormCollection form) =>
        [.. FormRows.Of(form, List).Where(row => !row.IsBlank("from", "to")).Select(row => new TypedDays(row["from"], row["to"]))];

    internal static IReadOnlyList<AbsenceInput> Read(IReadOnlyList<TypedDays> typed, ModelStateDictionary state) =>
        [.. typed.Select((days, place) => new AbsenceInput(TypedTime.Day(days.From, FormRow.Place(List, place) + "from", state), TypedTime.Day(days.To, FormRow.Place(List, place) + "to", state)))];
}
