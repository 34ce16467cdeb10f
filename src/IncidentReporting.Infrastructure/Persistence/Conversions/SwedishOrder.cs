using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Conversions;

/// <summary>Marks names that people see in lists: å, ä and ö come last.</summary>
internal static class SwedishOrder
{
    public const string Annotation = "IncidentReporting:SwedishOrder";

    public const string SqliteCollation = "swedish";

    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;

    public static PropertyBuilder<string> InSwedishOrder(this PropertyBuilder<string> property)
    {
        property.Metadata.SetAnnotation(Annotation, true);
        return property;
    }

    // The same two texts must be equal for every collation, else a comparison in SQL would differ from one in C#.
    public static int Compare(string? a, string? b)
    {
        var order = Swedish.Compare(a, b, CompareOptions.IgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(a, b);
    }
}
