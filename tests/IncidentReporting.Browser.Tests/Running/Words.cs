using IncidentReporting.Web.Tests.Texts;

namespace IncidentReporting.Browser.Tests;

/// <summary>What the pages say, from their own texts: a journey does not break because a sentence was mended.</summary>
internal sealed class Words
{
    private readonly IReadOnlyDictionary<string, string> _swedish;
    private readonly IReadOnlyDictionary<string, string> _english;
    private readonly bool _isEnglish;

    private Words(IReadOnlyDictionary<string, string> swedish, IReadOnlyDictionary<string, string> english, bool isEnglish)
    {
        _swedish = swedish;
        _english = english;
        _isEnglish = isEnglish;
    }

    public Words InEnglish => new(_swedish, _english, isEnglish: true);

    public string this[string key] => (_isEnglish ? _english : _swedish)[key];

    /// <param name="name">Folder and name of the texts under Pages, such as "Start/StartTexts".</param>
    public static Words Of(string name)
    {
        var file = Path.Combine(WebSource.Folder, "Pages", name);
        return new Words(WebSource.Texts(file + ".resx"), WebSource.Texts(file + ".en.resx"), isEnglish: false);
    }
}
