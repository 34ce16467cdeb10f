namespace Microsoft.SqlServer.Server;

/// <summary>Marks a class or struct as a user-defined aggregate.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class SqlUserDefinedAggregateAttribute : Attribute
{
    /// <summary>Largest size in bytes that <see cref="MaxByteSize"/> takes.</summary>
    public const int MaxByteSizeValue = 8000;

    private int _maxByteSize;

    /// <summary>Marks an aggregate laid out by <paramref name="format"/>; an unknown format is refused.</summary>
    public SqlUserDefinedAggregateAttribute(Format format)
    {
        if (format is not (Format.Native or Format.UserDefined))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }

        Format = format;
    }

    /// <summary>Largest stored form in bytes, -1 to 8000; others are refused.</summary>
    public int MaxByteSize
    {
        get => _maxByteSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, -1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxByteSizeValue);
            _maxByteSize = value;
        }
    }

    /// <summary>Whether a repeated value changes nothing.</summary>
    public bool IsInvariantToDuplicates { get; set; }

    /// <summary>Whether nulls change nothing.</summary>
    public bool IsInvariantToNulls { get; set; }

    /// <summary>Whether the order of the values changes nothing.</summary>
    public bool IsInvariantToOrder { get; set; }

    /// <summary>Whether nothing aggregated gives null.</summary>
    public bool IsNullIfEmpty { get; set; }

    /// <summary>How the aggregate is laid out.</summary>
    public Format Format { get; }

    /// <summary>The aggregate's name on the server.</summary>
    public string? Name { get; set; }
}
