using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Retention;

/// <summary>What to do when something about the retention was not right.</summary>
internal static class RetentionTexts
{
    private static readonly ResourceManager Texts = new(typeof(RetentionTexts));

    public static string RulesMissing => Get(nameof(RulesMissing));

    public static string RuleUnknown => Get(nameof(RuleUnknown));

    public static string PeriodForm => Get(nameof(PeriodForm));

    public static string FromEarlier => Get(nameof(FromEarlier));

    public static string OnLater => Get(nameof(OnLater));

    public static string NothingDue => Get(nameof(NothingDue));

    public static string AlreadyProposed => Get(nameof(AlreadyProposed));

    public static string ReasonMissing => Get(nameof(ReasonMissing));

    /// <param name="least">A number of days, months or years, as P15M.</param>
    public static string TooShort(string least) => string.Format(
        CultureInfo.CurrentCulture, Get(least[^1] switch { 'Y' => "TooShortYears", 'M' => "TooShortMonths", _ => "TooShortDays" }), least[1..^1]);

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
