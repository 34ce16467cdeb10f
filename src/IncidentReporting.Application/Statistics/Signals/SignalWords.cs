using System.Globalization;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Says how a unit stands, without promising more than the method keeps.</summary>
internal static class SignalWords
{
    private const int Thousand = 1000;

    public static string Meaning(WatchKind kind, SignalLevel level, SignalEvidence evidence) => (kind, level) switch
    {
        (WatchKind.Cusum, SignalLevel.Calm) => SignalTexts.Get("Calm"),
        (WatchKind.Cusum, _) when evidence.Test is { } test => string.Join(
            ' ',
            SignalTexts.Get(level is SignalLevel.Alert ? "CusumAlert" : "CusumWatch"),
            SignalTexts.Get("CusumNumbers", Count(test.Events), Months(test.Months), Count(test.BaselineEvents), Months(evidence.Baseline.Months)),
            Chance(test.MidP),
            evidence.HeldBack ? SignalTexts.Get("HeldBack") : string.Empty).TrimEnd(),
        (WatchKind.Cusum, _) => SignalTexts.Get("CusumWatch"),
        (WatchKind.Gap, SignalLevel.Calm) => SignalTexts.Get("GapCalm"),
        (WatchKind.Gap, _) => GapMeaning(evidence),
        (_, SignalLevel.Calm) => SignalTexts.Get("LaneyCalm"),
        (_, SignalLevel.Alert) => SignalTexts.Get("LaneyAlert"),
        _ => SignalTexts.Get("LaneyWatch"),
    };

    public static string Meaning(TooLittle why, string? readyOn) => why switch
    {
        TooLittle.NoHeadcounts => SignalTexts.Get("NoHeadcounts"),
        TooLittle.NoEvents => SignalTexts.Get("NoEvents"),
        TooLittle.Restarted => SignalTexts.Get("Restarted", MonthName(readyOn)),
        _ => readyOn is null ? SignalTexts.Get("Coming") : SignalTexts.Get("ShortHistory", MonthName(readyOn)),
    };

    public static IReadOnlyList<string> WhatToDo(SignalLevel level, bool wholeEmployer) => level is SignalLevel.Watch or SignalLevel.Alert
        ? [.. ((string[])[wholeEmployer ? "DoWhere" : "DoTalk", "DoLook", "DoAlone", "DoPlan", "DoSay"]).Select(SignalTexts.Get)]
        : [];

    private static string GapMeaning(SignalEvidence evidence)
    {
        var gap = evidence.Gaps.LastOrDefault(one => one.Level != WarningLevel.None);
        return gap is { DaysOfFour: { } days, P: { } p } ? $"{SignalTexts.Get("GapWatch", days)} {Chance(p)}" : SignalTexts.Get("GapCalm");
    }

    // So many cases of a thousand: easier to take in than a share with decimals.
    private static string Chance(double p) => p * Thousand < 1
        ? SignalTexts.Get("ChanceLess")
        : SignalTexts.Get(p * Thousand < 1.5 ? "ChanceOnce" : "Chance", Math.Round(p * Thousand).ToString("#,0", CultureInfo.CurrentCulture));

    private static string Count(long events) => SignalTexts.Get(events == 1 ? "Event" : "Events", events);

    private static string Months(int months) => SignalTexts.Get(months == 1 ? "Month" : "Months", months);

    private static string MonthName(string? month) => month is null
        ? string.Empty
        : DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.CurrentCulture);
}
