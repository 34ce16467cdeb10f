namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>Told apart by shape, so that no colour is needed.</summary>
internal enum Mark
{
    Dot,
    Diamond,
    Square,
    Triangle,
    Ring,
}

internal static class Marks
{
    /// <summary>About the middle 0, 0 and ten wide.</summary>
    public static string Path(Mark mark) => mark switch
    {
        Mark.Dot => "<circle r=\"4\"/>",
        Mark.Diamond => "<path d=\"M0-7 7 0 0 7-7 0z\"/>",
        Mark.Square => "<path d=\"M-3.6-3.6H3.6V3.6H-3.6z\"/>",
        Mark.Triangle => "<path d=\"M0-5.4 5.4 4.2H-5.4z\"/>",
        _ => "<circle r=\"7.5\"/>",
    };
}
