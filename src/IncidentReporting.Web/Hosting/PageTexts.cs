using System.Globalization;
using System.Resources;

namespace IncidentReporting.Web.Hosting;

/// <summary>The texts of a folder of pages, in the language of the call.</summary>
internal sealed class PageTexts(Type source)
{
    private readonly ResourceManager _texts = new(source);

    /// <summary>Null where there is no such text: for keys that come from an address.</summary>
    public string? Find(string key) => _texts.GetString(key, CultureInfo.CurrentUICulture);

    public string Get(string key) =>
        Find(key) ?? throw new InvalidOperationException($"{source.Name} has no text {key}.");

    public string Get(string key, params object?[] values) => string.Format(CultureInfo.CurrentCulture, Get(key), values);
}
