using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentReporting.Infrastructure.Persistence.Conversions;

internal static class PackedIds
{
    private const int Bytes = 16;

    public static PropertyBuilder<Guid> IsPacked(this PropertyBuilder<Guid> property) =>
        property.HasConversion<PackedIdConverter>().HasMaxLength(Bytes).IsFixedLength();

    public static PropertyBuilder<Guid?> IsPacked(this PropertyBuilder<Guid?> property) =>
        property.HasConversion<PackedIdConverter>().HasMaxLength(Bytes).IsFixedLength();
}
