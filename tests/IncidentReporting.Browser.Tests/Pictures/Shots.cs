namespace IncidentReporting.Browser.Tests.Pictures;

/// <param name="Name">Of the file, before what it was looked at with.</param>
/// <param name="Person">Who looks; null for nobody.</param>
/// <param name="Path">Where; made from what the person may read.</param>
internal sealed record Shot(string Name, string? Person, Func<Visit, Task<string>> Path)
{
    public Shot(string name, string? person, string path)
        : this(name, person, _ => Task.FromResult(path))
    {
    }
}

/// <summary>The pages that docs/screenshots shows.</summary>
internal static class Shots
{
    public static IReadOnlyList<Shot> All { get; } =
    [
        new("reference", null, "/docs"),
    ];
}
