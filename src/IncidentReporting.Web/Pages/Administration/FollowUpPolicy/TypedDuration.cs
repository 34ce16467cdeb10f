using System.Globalization;
using System.Text.RegularExpressions;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using static IncidentReporting.Web.Pages.Administration.AdministrationTexts;

namespace IncidentReporting.Web.Pages.Administration.FollowUpPolicy;

/// <summary>A duration as a number and a unit; one that does not fit so is kept and shown as it is written.</summary>
internal sealed partial record TypedDuration(string? Number, string? Unit, string? Exact)
{
    public static readonly TypedDuration Blank = new(Number: null, "days", Exact: null);

    private static readonly string[] UnitNames = ["minutes", "hours", "days", "weeks", "months"];

    public static IReadOnlyList<Choice> Units => [.. UnitNames.Select(unit => new Choice(unit, T($"duration.unit.{unit}")))];

    public bool IsBlank => string.IsNullOrEmpty(Number) && string.IsNullOrEmpty(Exact);

    public static TypedDuration Of(string? iso)
    {
        if (iso is null)
        {
            return Blank;
        }

        if (iso == "PT0S")
        {
            return new TypedDuration("0", "hours", Exact: null);
        }

        var match = Simple().Match(iso);
        if (!match.Success)
        {
            return new TypedDuration(Number: null, Unit: null, iso);
        }

        var (unit, number) = match switch
        {
            _ when match.Groups["months"].Success => ("months", match.Groups["months"].Value),
            _ when match.Groups["weeks"].Success => ("weeks", match.Groups["weeks"].Value),
            _ when match.Groups["days"].Success => ("days", match.Groups["days"].Value),
            _ when match.Groups["hours"].Success => ("hours", match.Groups["hours"].Value),
            _ => ("minutes", match.Groups["minutes"].Value),
        };
        return new TypedDuration(match.Groups["sign"].Value + number, unit, Exact: null);
    }

    /// <summary>As it was typed under the name.</summary>
    public static TypedDuration In(FormRow row, string name) => new(row[name + ".number"], row[name + ".unit"], row[name]);

    /// <summary>As it is sent; null when it is blank. What is no number is sent as it stands, for the command to say so.</summary>
    public string? ToIso()
    {
        if (Exact is not null)
        {
            return Exact;
        }

        if (Number is null)
        {
            return null;
        }

        var negative = Number[0] is '-' or '\u2212';
        var number = negative ? Number[1..].Trim() : Number;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return Number;
        }

        var (head, tail) = Unit switch { "minutes" => ("PT", "M"), "hours" => ("PT", "H"), "weeks" => ("P", "W"), "months" => ("P", "M"), _ => ("P", "D") };
        return string.Create(CultureInfo.InvariantCulture, $"{(negative ? "-" : string.Empty)}{head}{count}{tail}");
    }

    /// <summary>"8 timmar", "14 dagar före", or the exact form where it has no plain words.</summary>
    public static string Words(string iso)
    {
        var typed = Of(iso);
        if (typed.Number is not { } number || typed.Unit is not { } unit)
        {
            return iso;
        }

        var isBefore = number[0] == '-';
        var count = int.Parse(isBefore ? number[1..] : number, CultureInfo.InvariantCulture);
        if (count == 0)
        {
            return T("duration.at_once");
        }

        var words = T(count == 1 ? $"duration.one.{unit}" : $"duration.many.{unit}", count);
        return isBefore ? T("duration.before", words) : words;
    }

    [GeneratedRegex(@"^(?<sign>-?)P((?<months>\d+)M|(?<weeks>\d+)W|(?<days>\d+)D|T((?<hours>\d+)H|(?<minutes>\d+)M))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Simple();
}
