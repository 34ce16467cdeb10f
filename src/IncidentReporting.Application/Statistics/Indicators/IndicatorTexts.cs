using System.Globalization;
using System.Resources;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Application.Statistics.Indicators;

/// <summary>What indicators say of their figures, in the language of the call.</summary>
internal static class IndicatorTexts
{
    private static readonly ResourceManager Texts = new(typeof(IndicatorTexts));

    public static Why Closed => Reason("closed");

    public static Why NoHeadcount => Reason("no_headcount");

    public static Why TooManySmall => Reason("too_many_small");

    public static Why UnitNotShown => Reason("unit_not_shown");

    public static Why SurveyOnly => Reason("survey_only");

    public static Why RegisterOnly => Reason("register_only");

    public static Why SurveyNode => Reason("survey_node");

    public static Why NoSector => Reason("no_sector");

    public static Why NoGap => Reason("dark");

    public static Why PersonsByYear => new("persons_by_year", StatisticsTexts.PersonsByYear);

    public static string Count(string measure) => Get($"count.{measure}");

    public static string Method(string table) => Format(nameof(Method), table);

    public static Why Small(int from) => Reason("small", from);

    public static Why TooFewInWhole(int least) => Reason("too_few", least);

    public static Why TooFewTogether(int least) => Reason("too_few_together", least);

    public static Why PartHeadcount(int told, int all) => Reason("headcount_incomplete", told, all);

    public static Why PersonsNotFrozen(int year) => Reason("persons_not_frozen", ReleaseSchedule.PersonsOn(year).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Why NoRound(int year) => Reason("no_round", year.ToString(CultureInfo.InvariantCulture));

    public static Why Gate(ClosedBecause because) => because == ClosedBecause.TooSmallForTable
        ? new(Domain.Common.SnakeCase.Of(because), Get("why.closed"))
        : new(Domain.Common.SnakeCase.Of(because), StatisticsTexts.Closed(because));

    public static string Verdict(BenchmarkVerdict verdict, string other, string survey) => Format($"verdict.{verdict}", other, survey);

    public static string Change(ChangeDirection direction, StatPeriod before, string figure) => Format($"change.{direction}", Names.FigureNames.Period(before), figure);

    public static string Percent(double value) => Format(nameof(Percent), Number(value));

    public static string Under(double value) => Format(nameof(Under), Percent(value));

    public static string Over(double value) => Format(nameof(Over), Percent(value));

    public static string Fewer(int than) => Format(nameof(Fewer), than);

    public static string NotShown => Get(nameof(NotShown));

    public static string Number(double value, int decimals = 0) => value.ToString(decimals == 0 ? "N0" : "N1", CultureInfo.CurrentCulture);

    private static Why Reason(string code, params object[] values) => new(code, Format($"why.{code}", values));

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"There is no text {name}.");

    private static string Format(string name, params object[] values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
