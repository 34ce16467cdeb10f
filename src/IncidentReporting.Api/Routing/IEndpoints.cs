namespace IncidentReporting.Api.Routing;

/// <summary>The routes of one feature; found by scanning this assembly. Every route names its row of the access table with <c>Allow</c>.</summary>
internal interface IEndpoints
{
    /// <param name="api">The group <c>/api/v1</c>.</param>
    void Map(IEndpointRouteBuilder api);
}
