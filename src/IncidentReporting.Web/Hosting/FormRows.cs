using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Hosting;

/// <summary>Rows of a form's list, sent as <c>list[0].field</c>, <c>list[1].field</c> …</summary>
internal static class FormRows
{
    // More than any list of ours may hold; what is more is not looked at.
    private const int Most = 200;

    public static IReadOnlyList<FormRow> Of(IFormCollection form, string list)
    {
        var rows = new List<FormRow>();
        for (var place = 0; place < Most; place++)
        {
            var prefix = FormRow.Place(list, place);
            var fields = form.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(field => field.Key[prefix.Length..], field => field.Value.ToString(), StringComparer.Ordinal);
            if (fields.Count == 0)
            {
                break;
            }

            rows.Add(new FormRow(fields));
        }

        return rows;
    }
}

/// <summary>One row as it was typed.</summary>
internal sealed class FormRow(IReadOnlyDictionary<string, string> fields)
{
    public static readonly FormRow Blank = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>What was typed; null when nothing was.</summary>
    public string? this[string field] => fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>True when nothing was typed in any of these.</summary>
    public bool IsBlank(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is not null)
            {
                return false;
            }
        }

        return true;
    }

    public static string Place(string list, int place) => string.Create(CultureInfo.InvariantCulture, $"{list}[{place}].");

    public override string ToString() => nameof(FormRow);
}
