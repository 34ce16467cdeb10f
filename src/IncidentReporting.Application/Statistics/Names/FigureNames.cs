using System.Globalization;
using System.Resources;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Names;

/// <summary>What measures, attributes, categories and periods are called, in pages and files, in the language of the call.</summary>
public static class FigureNames
{
    private static readonly ResourceManager Texts = new(typeof(FigureNames));

    /// <summary>"Händelser".</summary>
    public static string Measure(string measure) => Find($"measure.{measure}") ?? measure;

    /// <summary>What is counted, in a sentence.</summary>
    public static string MeasureHelp(string measure) => Find($"measure.{measure}.help") ?? string.Empty;

    /// <summary>"Polisanmälan i steg".</summary>
    public static string Attribute(string measure, string attribute) => Find($"attribute.{Own(measure, attribute)}") ?? attribute;

    /// <summary>"Direkta hot".</summary>
    public static string Category(string measure, string attribute, string category) =>
        Find($"{Own(measure, attribute)}.{category}")
        ?? (measure == StatisticsQuestion.Pulse ? PulseQuestions.Find(attribute)?.Find(category)?.Label.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) : null)
        ?? category;

    /// <summary>The question as it was asked in the survey; null for other measures.</summary>
    public static string? Question(string measure, string attribute) =>
        measure == StatisticsQuestion.Pulse ? PulseQuestions.Find(attribute)?.Text.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) : null;

    /// <summary>"2025", "kvartal 1 2025", "mars 2025".</summary>
    public static string Period(string period) => StatPeriod.Find(period) is { } found ? Period(found) : period;

    public static string Period(StatPeriod period) => period.Kind switch
    {
        PeriodKind.Year => period.ToString(),
        PeriodKind.Quarter => Format("quarter", period.Number, period.Year),
        _ => period.FirstDay.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
    };

    /// <summary>In a narrow place: "kv 1 2025", "mar 2025".</summary>
    public static string ShortPeriod(StatPeriod period) => period.Kind switch
    {
        PeriodKind.Year => period.ToString(),
        PeriodKind.Quarter => Format("quarter.short", period.Number, period.Year),
        _ => $"{period.FirstDay.ToString("MMM", CultureInfo.CurrentCulture).TrimEnd('.')} {period.Year}",
    };

    /// <summary>"Slutliga tal, frysta 31 mars 2026."</summary>
    public static string Release(ReleaseResult release, DateOnly builtOn) =>
        Format($"release.{release.Stage}", builtOn.ToString("d MMMM yyyy", CultureInfo.CurrentCulture));

    private static string Own(string measure, string attribute) => measure == StatisticsQuestion.Pulse ? $"pulse.{attribute}" : attribute;

    private static string? Find(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture);

    private static string Format(string name, params object[] values) => string.Format(CultureInfo.CurrentCulture, Find(name)!, values);
}
