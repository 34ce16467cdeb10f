using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Organisation;

/// <summary>What to do when something about units, people, support or campaigns was not right.</summary>
internal static class OrganisationTexts
{
    private static readonly ResourceManager Texts = new(typeof(OrganisationTexts));

    public static string NameMissing => Get(nameof(NameMissing));

    public static string UnitUnknown => Get(nameof(UnitUnknown));

    public static string UserNameEmail => Get(nameof(UserNameEmail));

    public static string LanguageUnknown => Get(nameof(LanguageUnknown));

    public static string RoleUnknown => Get(nameof(RoleUnknown));

    public static string RoleOfUnion => Get(nameof(RoleOfUnion));

    public static string RoleOfEmployer => Get(nameof(RoleOfEmployer));

    public static string PeriodBackwards => Get(nameof(PeriodBackwards));

    public static string DayMissing => Get(nameof(DayMissing));

    public static string TooMany(int most) => string.Format(CultureInfo.CurrentCulture, Get(nameof(TooMany)), most);

    public static string TooLong(int most) => string.Format(CultureInfo.CurrentCulture, Get(nameof(TooLong)), most);

    public static string MeasureUnknown => Get(nameof(MeasureUnknown));

    public static string UrlUnknown => Get(nameof(UrlUnknown));

    public static string FirstSeenMissing => Get(nameof(FirstSeenMissing));

    public static string CodeForm => Get(nameof(CodeForm));

    public static string PlatformForm => Get(nameof(PlatformForm));

    public static string Required => Get(nameof(Required));

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
