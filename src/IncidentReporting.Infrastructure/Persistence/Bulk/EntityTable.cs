using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentReporting.Infrastructure.Persistence.Bulk;

/// <summary>The columns of an entity's own table, read as the model says: what is written so equals what a save would have written.</summary>
/// <typeparam name="TRow">What a row is made of: the entity, or the entity together with what its shadow properties need.</typeparam>
/// <typeparam name="TEntity">Whose table it is.</typeparam>
internal sealed class EntityTable<TRow, TEntity>
    where TEntity : class
{
    private readonly string _table;
    private readonly List<string> _columns = [];
    private readonly List<Func<TRow, object?>> _values = [];

    /// <param name="shadow">Values of properties that the type does not have, by name; null is none.</param>
    public EntityTable(IModel model, Func<TRow, TEntity> entity, Func<TRow, string, object?>? shadow = null)
    {
        var type = model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is no entity.");
        _table = type.GetTableName()!;
        var store = StoreObjectIdentifier.Table(_table, type.GetSchema());
        foreach (var property in type.GetFlattenedProperties())
        {
            var read = property.IsShadowProperty() ? Shadow(property, shadow) : Reader(property, entity);
            _columns.Add(property.GetColumnName(store)!);
            _values.Add(property.GetTypeMapping().Converter is { } converter ? row => converter.ConvertToProvider(read(row)) : read);
        }
    }

    public BulkRows Of(IEnumerable<TRow> rows) => new(_table, _columns, rows.Select(Values));

    private object?[] Values(TRow row)
    {
        var values = new object?[_values.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = _values[index](row);
        }

        return values;
    }

    private static Func<TRow, object?> Shadow(IProperty property, Func<TRow, string, object?>? shadow)
    {
        var name = property.Name;
        return shadow is null && !property.IsNullable
            ? throw new InvalidOperationException($"{typeof(TEntity).Name}.{name} has no value of its own.")
            : row => shadow?.Invoke(row, name);
    }

    private static Func<TRow, object?> Reader(IProperty property, Func<TRow, TEntity> entity)
    {
        var getter = property.GetGetter();
        if (property.DeclaringType is not IComplexType complex)
        {
            return row => getter.GetClrValue(entity(row));
        }

        // A part that is not there has nothing in its columns.
        var part = Part(complex);
        return row => part(entity(row)) is { } there ? getter.GetClrValue(there) : null;
    }

    private static Func<object, object?> Part(IComplexType complex)
    {
        var getter = complex.ComplexProperty.GetGetter();
        if (complex.ComplexProperty.DeclaringType is not IComplexType outer)
        {
            return getter.GetClrValue;
        }

        var around = Part(outer);
        return entity => around(entity) is { } there ? getter.GetClrValue(there) : null;
    }
}
