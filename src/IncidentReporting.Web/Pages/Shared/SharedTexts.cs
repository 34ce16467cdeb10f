using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Shared;

/// <summary>What every page says: the frame, the fields, the times.</summary>
internal static class SharedTexts
{
    private static readonly PageTexts Texts = new(typeof(SharedTexts));

    public static string Shared(string key) => Texts.Get(key);

    public static string Shared(string key, params object?[] values) => Texts.Get(key, values);
}
