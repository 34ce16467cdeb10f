using System.Reflection;
using IncidentReporting.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>One text of an entity, also within a part of its own row.</summary>
internal sealed class SealedProperty
{
    private readonly Func<object, object?> _part;
    private readonly FieldInfo _field;

    public SealedProperty(IEntityType type, IProperty property)
    {
        _part = property.DeclaringType is IComplexType complex ? Part(complex) : entity => entity;
        _field = property.FieldInfo ?? throw new InvalidOperationException($"{type.Name}.{property.Name} has no field of its own.");
        var table = type.GetTableName()!;
        Name = $"{table}.{property.GetColumnName(StoreObjectIdentifier.Table(table, type.GetSchema()))}";
    }

    /// <summary>Table and column.</summary>
    public string Name { get; }

    public CaseText? Find(object entity) => _part(entity) is { } part ? (CaseText?)_field.GetValue(part) : null;

    public void Seal(object entity, CaseSeal seal, Guid row)
    {
        var place = new Place(row, Name);
        if (_part(entity) is { } part && _field.GetValue(part) is CaseText text && (text.Seal as SealedText)?.LiesIn(seal, place) != true)
        {
            _field.SetValue(part, text.With(seal.Seal(place, text.Value)));
        }
    }

    /// <summary>As it is to lie in the database.</summary>
    public void Put(object entity, ISealedText stored)
    {
        if (Find(entity) is { } text)
        {
            _field.SetValue(_part(entity), text.With(stored));
        }
    }

    public void Read(object entity, CaseSeal seal, Guid row) => (Find(entity)?.Seal as SealedText)?.ReadFrom(seal, new Place(row, Name));

    private static Func<object, object?> Part(IComplexType complex)
    {
        var getter = complex.ComplexProperty.GetGetter();
        return getter.GetClrValue;
    }
}
