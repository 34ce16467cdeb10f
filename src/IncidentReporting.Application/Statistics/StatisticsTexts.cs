using System.Globalization;
using System.Resources;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics;

/// <summary>What the statistics say to people, in the language of the call.</summary>
internal static class StatisticsTexts
{
    private static readonly ResourceManager Texts = new(typeof(StatisticsTexts));

    public static string UnknownNode => Get(nameof(UnknownNode));

    public static string AttributeTwice => Get(nameof(AttributeTwice));

    public static string NothingFrozen => Get(nameof(NothingFrozen));

    public static string PeriodForm => Get(nameof(PeriodForm));

    public static string PersonsByYear => Get(nameof(PersonsByYear));

    public static string PeriodKind => Get(nameof(PeriodKind));

    public static string SeriesBackwards => Get(nameof(SeriesBackwards));

    public static string ChildrenForm => Get(nameof(ChildrenForm));

    public static string ChildrenOfEmployer => Get(nameof(ChildrenOfEmployer));

    public static string RoundForm => Get(nameof(RoundForm));

    public static string NoRound => Get(nameof(NoRound));

    public static string PulseNode => Get(nameof(PulseNode));

    public static string PacketByYear => Get(nameof(PacketByYear));

    public static string FunnelByYear => Get(nameof(FunnelByYear));

    public static string FunnelWithoutRate => Get(nameof(FunnelWithoutRate));

    public static string FunnelWithoutUnits => Get(nameof(FunnelWithoutUnits));

    public static string National => Get(nameof(National));

    /// <summary>Stands under every table, export and report.</summary>
    public static string Note => Get(nameof(Note));

    public static string UnknownMeasure(IEnumerable<string> known) => Format(nameof(UnknownMeasure), string.Join(", ", known));

    public static string UnknownAttribute(string name, IEnumerable<string> known) => Format(nameof(UnknownAttribute), name, string.Join(", ", known));

    public static string TooManyAttributes(int most) => Format(nameof(TooManyAttributes), most);

    public static string SeriesTooLong(int most) => Format(nameof(SeriesTooLong), most);

    public static string NotFrozenYet(StatPeriod period, DateOnly earliest, StatPeriod latest) =>
        Format(nameof(NotFrozenYet), period, earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), latest);

    public static string BeforeFrozen(StatPeriod period, StatPeriod first) => Format(nameof(BeforeFrozen), period, first);

    public static string County(string county) => Format(nameof(County), county);

    public static string Sector(string sector, string language) => Format("SectorPrefix", CodeLists.Sectors.Label(sector, language));

    /// <summary>Why the table is closed, and what can be asked instead.</summary>
    public static string Closed(ClosedBecause because) => Get($"closed.{because}");

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;

    private static string Format(string name, params object[] values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
