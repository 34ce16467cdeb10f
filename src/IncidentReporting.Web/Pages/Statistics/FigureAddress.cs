namespace IncidentReporting.Web.Pages.Statistics;

/// <summary>Addresses of questions about figures: short, the same for the same question, to be kept and passed on.</summary>
internal static class FigureAddress
{
    /// <param name="members">Names and values in order; the empty ones are left out.</param>
    public static string Of(string path, params IEnumerable<(string Name, string? Value)> members)
    {
        var query = string.Join('&', members.Where(member => !string.IsNullOrEmpty(member.Value)).Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public static string Explore(string measure, string? node, string? period, params IReadOnlyList<string> by) =>
        Of("/statistics/explore", [("measure", measure), ("node", node), ("period", period), .. By(by)]);

    public static string Series(string measure, string? node, string? by, string? period = null) =>
        Of("/statistics/series", [("measure", measure), ("node", node), ("period", period), ("by", by)]);

    /// <summary>The first under "by", the next under "by2", so that each has its own field.</summary>
    public static IEnumerable<(string Name, string? Value)> By(IEnumerable<string> by) => by.Select((name, index) => (index == 0 ? "by" : $"by{index + 1}", (string?)name));
}
