using System.Globalization;
using System.Text.RegularExpressions;
using static IncidentReporting.Web.Pages.Administration.AdministrationTexts;

namespace IncidentReporting.Web.Pages.Administration.Retention;

/// <summary>Periods, rules and outcomes as people say them.</summary>
internal static partial class RetentionWords
{
    /// <summary>"10 år", "24 månader"; the exact form where it has no plain words.</summary>
    public static string Period(string? iso)
    {
        if (iso is null)
        {
            return T("retention.period.with_case");
        }

        var match = Simple().Match(iso);
        if (!match.Success)
        {
            return iso;
        }

        var count = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var unit = match.Groups["unit"].Value switch { "Y" => "years", "M" => "months", "W" => "weeks", _ => "days" };
        return count == 1 ? T($"retention.one.{unit}") : T($"retention.many.{unit}", count);
    }

    public static string Trigger(string trigger) => T($"retention.trigger.{trigger}");

    public static string Rule(string rule) => T($"retention.rule.{rule}");

    [GeneratedRegex(@"^P(?<number>\d+)(?<unit>[YMWD])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Simple();
}
