using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Statistics.Exports;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Routing;

/// <summary>In which form the caller wants an answer that can be had as JSON or as a file of values.</summary>
internal static class AcceptedForm
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Csv = new(SheetFiles.CsvType);
    private static readonly MediaTypeHeaderValue Xlsx = new(SheetFiles.XlsxType);

    /// <summary>The file that is wanted before JSON; null is JSON, and none of them is 406.</summary>
    public static SheetForm? WantedSheet(this HttpRequest request)
    {
        var chosen = Chosen(request, Json, Csv, Xlsx);
        return chosen.Equals(Json) ? null : chosen.Equals(Csv) ? SheetForm.Csv : SheetForm.Xlsx;
    }

    // The first of what is offered that what the caller wants most takes in.
    private static MediaTypeHeaderValue Chosen(HttpRequest request, params ReadOnlySpan<MediaTypeHeaderValue> offered)
    {
        var wanted = request.GetTypedHeaders().Accept;
        foreach (var type in wanted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            foreach (var form in offered)
            {
                if (form.IsSubsetOf(type))
                {
                    return form;
                }
            }
        }

        return wanted.Count == 0 ? offered[0] : throw new RequestRefusedException(ProblemKind.NotAcceptable);
    }
}
