using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>What a warning rests on, enough to draw it again. Exact counts.</summary>
/// <param name="ExpectedPerMonth">Events expected in the latest month.</param>
/// <param name="Limit">What the sum is compared with; null for other methods than the sum.</param>
/// <param name="Overdispersion">How much more than by chance the months vary; 1 where they do not.</param>
/// <param name="Months">The baseline's months first, then those followed.</param>
/// <param name="Gaps">For rare events: each with the days since the one before.</param>
/// <param name="Test">The run against the baseline, while a warning stands.</param>
/// <param name="RunFrom">The first month or day of what the warning is about; null without one.</param>
/// <param name="HeldBack">It would have been an alert alone, but not among so many units.</param>
public sealed record SignalEvidence(
    SignalBaseline Baseline, double ExpectedPerMonth, double? Limit, double Overdispersion, IReadOnlyList<SignalMonth> Months, IReadOnlyList<SignalGap> Gaps,
    SignalTest? Test, string? RunFrom, bool HeldBack)
{
    internal string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    internal static SignalEvidence Read(string json) => JsonSerializer.Deserialize<SignalEvidence>(json, Json.Options)!;
}

/// <param name="Rate">Events per person-month; between the unit's own and that of the employer's units together.</param>
public sealed record SignalBaseline(string From, string To, int Months, long Events, double PersonMonths, double Rate);

/// <param name="Expected">Null for the baseline's months.</param>
/// <param name="Reference">What is taken off each month.</param>
/// <param name="Sum">What is gathered of what is more than that.</param>
/// <param name="Lower">Of a chart with limits: how few events chance gives reason for.</param>
/// <param name="Upper">How many.</param>
public sealed record SignalMonth(
    string Month, long Count, double Headcount, double? Expected, double? Reference, double? Sum, double? Lower, double? Upper, WarningLevel Level);

/// <param name="On">The day.</param>
/// <param name="Days">Since the event before.</param>
/// <param name="DaysOfFour">That the last four events took.</param>
/// <param name="P">How often so many events would come in that time by chance.</param>
public sealed record SignalGap(DateOnly On, int? Days, int? DaysOfFour, double? P, WarningLevel Level);

/// <param name="Months">How many months the run has lasted.</param>
/// <param name="MidP">How often so much or more would come by chance, had nothing changed; 0.01 or less makes an alert.</param>
public sealed record SignalTest(long Events, double PersonMonths, int Months, long BaselineEvents, double BaselinePersonMonths, double Exact, double MidP);
