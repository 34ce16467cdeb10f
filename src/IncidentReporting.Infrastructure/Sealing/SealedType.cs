using System.Collections.Concurrent;
using IncidentReporting.Domain.Common;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>What of an entity is sealed, read from the model once: its texts, and whose key seals them.</summary>
internal sealed class SealedType
{
    private static readonly ConcurrentDictionary<IReadOnlyEntityType, SealedType?> Known = new();

    private readonly Func<object, Guid> _row;
    private readonly Func<object, Guid>? _employer;
    private readonly Func<object, long>? _version;

    private SealedType(IEntityType type)
    {
        Texts = [.. type.GetFlattenedProperties().Where(property => property.ClrType == typeof(CaseText)).Select(property => new SealedProperty(type, property))];
        IsRoot = type.FindProperty(SealColumns.Key) is not null;
        OwnerColumn = IsRoot ? null : type.FindProperty(SealColumns.Owner);
        _row = Id(type.FindPrimaryKey()!.Properties[0]);
        _employer = type.FindProperty("EmployerId") is { } employer ? Id(employer) : null;
        _version = type.FindProperty("Version") is { } version ? entity => (long)version.GetGetter().GetClrValue(entity)! : null;
    }

    public IReadOnlyList<SealedProperty> Texts { get; }

    /// <summary>Has a key of its own; else it is part of what <see cref="OwnerColumn"/> names.</summary>
    public bool IsRoot { get; }

    public IProperty? OwnerColumn { get; }

    public static SealedType? Of(IEntityType type) => Known.GetOrAdd(type, key =>
    {
        var made = new SealedType((IEntityType)key);
        return made.Texts.Count == 0 && !made.IsRoot ? null
            : made.IsRoot || made.OwnerColumn is not null ? made
            : throw new InvalidOperationException($"{type.Name} holds text without a key to seal it.");
    });

    public Guid RowOf(object entity) => _row(entity);

    public Guid EmployerOf(object entity) => _employer?.Invoke(entity) ?? Guid.Empty;

    public long VersionOf(object entity) => _version?.Invoke(entity) ?? 0;

    public Guid OwnerOf(EntityEntry entry) => ToGuid(entry.Property(OwnerColumn!.Name).CurrentValue);

    /// <summary>Seals every text that is not sealed for its place yet.</summary>
    public void Seal(object entity, CaseSeal seal)
    {
        var row = RowOf(entity);
        foreach (var text in Texts)
        {
            text.Seal(entity, seal, row);
        }
    }

    /// <summary>Tells every text that was read what it was read from.</summary>
    public void Read(object entity, CaseSeal seal)
    {
        var row = RowOf(entity);
        foreach (var text in Texts)
        {
            text.Read(entity, seal, row);
        }
    }

    public static Guid ToGuid(object? id) => id switch
    {
        null => Guid.Empty,
        Guid guid => guid,
        _ => (Guid)id.GetType().GetProperty("Value")!.GetValue(id)!,
    };

    private static Func<object, Guid> Id(IProperty property)
    {
        var getter = property.GetGetter();
        return entity => ToGuid(getter.GetClrValue(entity));
    }
}
