namespace IncidentReporting.Web.Hosting;

/// <summary>On a handler that makes something new by one command: the same form (one with a <see cref="FormKey"/>) sent twice makes one thing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnceAttribute : Attribute;
