namespace Microsoft.SqlServer.Server;

/// <summary>Marks a method as a function of the server.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public class SqlFunctionAttribute : Attribute
{
    /// <summary>Whether the same input always gives the same result.</summary>
    public bool IsDeterministic { get; set; }

    /// <summary>Whether it reads user data.</summary>
    public DataAccessKind DataAccess { get; set; }

    /// <summary>Whether it reads the server's own catalogues.</summary>
    public SystemDataAccessKind SystemDataAccess { get; set; }

    /// <summary>Whether the result is free of rounding.</summary>
    public bool IsPrecise { get; set; }

    /// <summary>The function's name on the server.</summary>
    public string? Name { get; set; }

    /// <summary>The columns of a table-valued function.</summary>
    public string? TableDefinition { get; set; }

    /// <summary>The method that fills a row of a table-valued function.</summary>
    public string? FillRowMethodName { get; set; }
}
