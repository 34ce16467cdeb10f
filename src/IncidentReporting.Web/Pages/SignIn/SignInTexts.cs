using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.SignIn;

internal static class SignInTexts
{
    private static readonly PageTexts Texts = new(typeof(SignInTexts));

    public static string T(string key) => Texts.Get(key);
}
