using System.Globalization;
using IncidentReporting.Application.Statistics.Exports;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Statistics;

/// <summary>What a page shows, as a file.</summary>
internal static class FigureFiles
{
    /// <param name="form">csv or xlsx, as in the address.</param>
    public static FileContentResult Of(SheetFiles files, Sheet sheet, string? form)
    {
        var file = files.Write(sheet, form == "xlsx" ? SheetForm.Xlsx : SheetForm.Csv, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        return new FileContentResult(file.Content, file.MediaType) { FileDownloadName = file.Name };
    }
}
