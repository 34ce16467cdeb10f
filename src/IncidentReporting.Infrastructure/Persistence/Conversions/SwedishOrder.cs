using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Conversions;

/// <summary>Marks names that people see in lists: å, ä and ö come last.</summary>
internal static class SwedishOrder
{
    public const string Annotation = "IncidentReporting:SwedishOrder";

    public const string SqliteCollation = "swedish";

    public static PropertyBuilder<string> InSwedishOrder(this PropertyBuilder<string> property)
    {
        property.Metadata.SetAnnotation(Annotation, true);
        return property;
    }
}
