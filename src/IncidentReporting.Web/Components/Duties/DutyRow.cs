namespace IncidentReporting.Web.Components.Duties;

/// <summary>A duty in a list: what, until when, of which case; and on request why.</summary>
/// <param name="Meta">Case number, unit and whose it is, in soft type.</param>
public sealed record DutyRow(string Title, string Href, DateTimeOffset DueAt, string? Meta)
{
    public string? Why { get; init; }

    /// <summary>The law or guidance.</summary>
    public string? Reference { get; init; }

    /// <summary>3 under a heading of level 2, else 2.</summary>
    public int Level { get; init; } = 3;
}
