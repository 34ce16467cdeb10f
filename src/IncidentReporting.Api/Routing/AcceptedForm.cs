using IncidentReporting.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Routing;

/// <summary>In which form the caller wants an answer that can be had as JSON or as a file of values.</summary>
internal static class AcceptedForm
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Csv = new("text/csv");

    /// <summary>True where a file of values is wanted before JSON; neither is 406.</summary>
    public static bool PrefersCsv(this HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept;
        foreach (var type in wanted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (Json.IsSubsetOf(type))
            {
                return false;
            }

            if (Csv.IsSubsetOf(type))
            {
                return true;
            }
        }

        return wanted.Count == 0 ? false : throw new RequestRefusedException(ProblemKind.NotAcceptable);
    }
}
