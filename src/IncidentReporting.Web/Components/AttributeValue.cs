namespace IncidentReporting.Web.Components;

internal static class AttributeValue
{
    /// <summary>Null for an empty value: what a page leaves out arrives at a component as an empty text.</summary>
    public static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
