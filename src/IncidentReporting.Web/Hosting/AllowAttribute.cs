using IncidentReporting.Application.Access;

namespace IncidentReporting.Web.Hosting;

/// <summary>Names the row of the access table that says who may open the page or, on a handler, send its form.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class AllowAttribute(string operation) : Attribute
{
    /// <summary>The name of a member of <see cref="Operations"/>.</summary>
    public string Name { get; } = operation;

    public Operation Operation { get; } = (Operation?)typeof(Operations).GetField(operation)?.GetValue(null)
        ?? throw new ArgumentException($"The access table has no row {operation}.", nameof(operation));
}
