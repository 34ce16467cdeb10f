using System.Globalization;
using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Api.Hosting;

/// <summary>The language of the answer: the one chosen on this device, else the first of Swedish and English that Accept-Language names, else Swedish.</summary>
internal sealed class LanguageChoice(RequestDelegate next)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public Task InvokeAsync(HttpContext context)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = DisplaySettings.Of(context).Language switch
        {
            "sv" => Swedish,
            "en" => English,
            _ => Choose(context.Request.GetTypedHeaders()),
        };
        return next(context);
    }

    private static CultureInfo Choose(Microsoft.AspNetCore.Http.Headers.RequestHeaders headers)
    {
        foreach (var wanted in headers.AcceptLanguage.Where(wanted => wanted.Quality is not 0).OrderByDescending(wanted => wanted.Quality ?? 1))
        {
            var name = wanted.Value.ToString();
            if (name.StartsWith("sv", StringComparison.OrdinalIgnoreCase) || name == "*")
            {
                return Swedish;
            }

            if (name.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return English;
            }
        }

        return Swedish;
    }
}
