using System.Globalization;
using System.Resources;
using IncidentReporting.Domain.Pulse;

namespace IncidentReporting.Application.Pulse;

/// <summary>What to do when something about the survey was not right.</summary>
internal static class PulseTexts
{
    private static readonly ResourceManager Texts = new(typeof(PulseTexts));

    public static string NameMissing => Get(nameof(NameMissing));

    public static string DayMissing => Get(nameof(DayMissing));

    public static string DayPassed => Get(nameof(DayPassed));

    public static string PeriodBackwards => Get(nameof(PeriodBackwards));

    public static string UnitsMissing => Get(nameof(UnitsMissing));

    public static string UnitUnknown => Get(nameof(UnitUnknown));

    public static string NobodyThere => Get(nameof(NobodyThere));

    public static string Blank => Get(nameof(Blank));

    public static string TooLong(int days) => string.Format(CultureInfo.CurrentCulture, Get(nameof(TooLong)), days);

    public static string Of(PulseFault fault) => Get(fault.ToString());

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
