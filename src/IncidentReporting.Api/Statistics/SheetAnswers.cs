using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Statistics.Exports;

namespace IncidentReporting.Api.Statistics;

/// <summary>Answers as JSON or, by Accept, as a file with all that must be known about its numbers.</summary>
internal static class SheetAnswers
{
    public static IResult Answer<TResult>(this HttpContext context, TResult result, Func<TResult, Sheet> sheet) => context.Request.WantedSheet() switch
    {
        null => TypedResults.Ok(result),
        SheetForm.Csv => TypedResults.Text(SheetFiles.Plain(sheet(result)), $"{SheetFiles.CsvType}; charset=utf-8"),
        _ => context.Workbook(sheet(result)),
    };

    public static IResult Workbook(this HttpContext context, Sheet sheet)
    {
        var file = context.RequestServices.GetRequiredService<SheetFiles>().Write(sheet, SheetForm.Xlsx, string.Empty);
        return TypedResults.File(file.Content, file.MediaType, file.Name);
    }

    /// <summary>For the description of the interface.</summary>
    public static RouteHandlerBuilder ProducesSheets<TResult>(this RouteHandlerBuilder route) =>
        route.Produces<TResult>().Produces(StatusCodes.Status200OK, contentType: SheetFiles.CsvType, additionalContentTypes: [SheetFiles.XlsxType]);
}
