using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Common;

/// <summary>Messages that several use cases share, in the language of the call.</summary>
internal static class CommonTexts
{
    private static readonly ResourceManager Texts = new(typeof(CommonTexts));

    public static string BadCursor => Get(nameof(BadCursor));

    public static string KeyUsedForOther => Get(nameof(KeyUsedForOther));

    public static string PeriodWrong => Get(nameof(PeriodWrong));

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
