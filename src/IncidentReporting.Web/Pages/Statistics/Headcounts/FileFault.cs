using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Pages.Statistics.Headcounts;

/// <summary>What is wrong in a row of a file that was sent.</summary>
/// <param name="Row">As a spreadsheet numbers it.</param>
/// <param name="Column">The member's name; empty for the row as a whole.</param>
internal sealed partial record FileFault(int Row, string Column, string Message)
{
    /// <summary>Takes out of the model state what is said of rows: a file's rows are no fields of the page.</summary>
    public static IReadOnlyList<FileFault> TakeFrom(ModelStateDictionary state)
    {
        var faults = new List<FileFault>();
        foreach (var (key, entry) in state.ToList())
        {
            if (Place().Match(key) is { Success: true } place)
            {
                faults.AddRange(entry!.Errors.Select(error =>
                    new FileFault(int.Parse(place.Groups["row"].ValueSpan, CultureInfo.InvariantCulture), place.Groups["column"].Value, error.ErrorMessage)));
                state.Remove(key);
            }
        }

        return [.. faults.OrderBy(fault => fault.Row)];
    }

    [GeneratedRegex(@"^rows\[(?<row>[0-9]+)\](\.(?<column>[A-Za-z]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
