using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.MeasureRequests;

public static class MeasureRequestRules
{
    public static readonly Rule IsOpen = new("measure_request_open", "A request for measures that is closed does not change.");
    public static readonly Rule IsUnanswered = new("measure_request_unanswered", "A request for measures is answered once.");
    public static readonly Rule IsNotForwarded = new("measure_request_not_forwarded", "A request for measures is passed on to the authority once.");
}
