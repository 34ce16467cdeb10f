using IncidentReporting.Application.Common;
using IncidentReporting.Application.MeasureRequests;
using static IncidentReporting.Web.Pages.MeasureRequests.MeasureRequestTexts;

namespace IncidentReporting.Web.Pages.MeasureRequests;

/// <summary>Where a request stands, in words.</summary>
internal static class RequestState
{
    public static (string Text, string? Kind) Of(MeasureRequestView request, DateTimeOffset now) => request.State switch
    {
        "closed" => (T(request.Satisfied == true ? "state.closed_satisfied" : "state.closed"), request.Satisfied == true ? "ok" : null),
        "answered" => (T("state.answered"), "warn"),
        _ when request.AnswerBy < ShownZone.DayOf(now) => (T("state.late"), "danger"),
        _ => (T("state.open"), "info"),
    };
}
