using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.List;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Pages.MeasureRequests;

/// <summary>The case that a form names by its number.</summary>
internal static class LinkedCase
{
    /// <summary>Null where none is named, or where there is none of that number for the reader; then the field says so.</summary>
    public static async Task<IncidentId?> FindAsync(IMediator mediator, string? number, string field, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return null;
        }

        var found = await mediator.Send(new ListIncidentsQuery(new Page(1)) { Number = number.Trim() }, cancellationToken);
        if (found.Items is [var line])
        {
            return line.Id;
        }

        state.AddModelError(field, SharedTexts.Shared("field.case_unknown"));
        return null;
    }
}
