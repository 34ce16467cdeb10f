namespace Microsoft.SqlServer.Server;

/// <summary>Marks a class or struct as a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute : Attribute
{
    private int _maxByteSize;

    /// <summary>Marks a type laid out by <paramref name="format"/>; an unknown format is refused.</summary>
    public SqlUserDefinedTypeAttribute(Format format)
    {
        if (format is not (Format.Native or Format.UserDefined))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }

        Format = format;
    }

    /// <summary>Largest stored form in bytes; -1 without a limit, refused below that.</summary>
    public int MaxByteSize
    {
        get => _maxByteSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, -1);
            _maxByteSize = value;
        }
    }

    /// <summary>Whether all values have the same stored length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether the stored form sorts as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>How the type is laid out.</summary>
    public Format Format { get; }

    /// <summary>The method that checks a value.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name on the server.</summary>
    public string? Name { get; set; }
}
