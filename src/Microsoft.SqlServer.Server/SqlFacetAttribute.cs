namespace Microsoft.SqlServer.Server;

/// <summary>Says more about the type of a result, parameter, field or property.</summary>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = false)]
public class SqlFacetAttribute : Attribute
{
    /// <summary>Whether all values have the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Longest value in logical units; -1 without a limit.</summary>
    public int MaxSize { get; set; }

    /// <summary>Number of digits.</summary>
    public int Precision { get; set; }

    /// <summary>Number of decimals.</summary>
    public int Scale { get; set; }

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; set; }
}
