namespace Microsoft.SqlServer.Server;

/// <summary>Marks a method or property of a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class SqlMethodAttribute : SqlFunctionAttribute
{
    /// <summary>Whether the method is called on a null value too.</summary>
    public bool OnNullCall { get; set; } = true;

    /// <summary>Whether the method changes the value.</summary>
    public bool IsMutator { get; set; }

    /// <summary>Whether the method is called when the instance is null.</summary>
    public bool InvokeIfReceiverIsNull { get; set; }
}
