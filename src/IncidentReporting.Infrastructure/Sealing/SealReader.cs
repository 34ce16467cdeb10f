using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>When an entity is read, tells its texts by whose key they open. Opens none of them.</summary>
internal sealed class SealReader : IMaterializationInterceptor
{
    public static readonly SealReader Instance = new();

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (materializationData.Context is AppDb db && SealedType.Of(materializationData.EntityType) is { } type)
        {
            type.Read(entity, type.IsRoot ? ReadRoot(db, type, materializationData, entity) : db.Seals.Of(OwnerOf(type, materializationData)));
        }

        return entity;
    }

    private static CaseSeal ReadRoot(AppDb db, SealedType type, MaterializationInterceptionData data, object entity) =>
        db.Seals.Read(
            type.RowOf(entity), data.GetPropertyValue<byte[]?>(SealColumns.Key), data.GetPropertyValue<Guid?>(SealColumns.WrappedBy), type.VersionOf(entity));

    private static Guid OwnerOf(SealedType type, MaterializationInterceptionData data) => SealedType.ToGuid(data.GetPropertyValue(type.OwnerColumn!));
}
