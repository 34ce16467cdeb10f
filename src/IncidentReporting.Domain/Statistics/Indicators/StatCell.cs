namespace IncidentReporting.Domain.Statistics.Indicators;

/// <summary>A published number of the register by name: a fact's total (<c>incidents</c>), a category of one attribute or a class of a margin (<c>incidents.police2.reported</c>), or a margin as a whole (<c>incidents.report_delay</c>).</summary>
public sealed record StatCell(StatFactKind Fact, StatLevel? Level, StatMargin? Margin, string? Category)
{
    /// <summary>Shown from 10, not from 5.</summary>
    public bool IsSensitive => Level?.Attribute.IsSensitive == true || Margin?.IsSensitive == true;

    public static StatCell Read(string written)
    {
        var names = written.Split('.');
        var fact = names[0] switch
        {
            "incidents" => StatFactKind.Incidents,
            "exposures" => StatFactKind.Exposures,
            "persons" => StatFactKind.Persons,
            _ => throw Unknown(written),
        };
        if (names.Length == 1)
        {
            return new StatCell(fact, Level: null, Margin: null, Category: null);
        }

        var level = Codebook.Of(fact).FindLevel(names[1]);
        var margin = StatMargins.Of(fact).FirstOrDefault(known => known.Name == names[1]);
        var category = names.Length > 2 ? names[2] : null;
        var isKnown = level is not null ? category is not null && level.Categories.Contains(category)
            : margin is not null && (category is null || margin.FindClasses(category) is not null);
        return isKnown ? new StatCell(fact, level, margin, category) : throw Unknown(written);
    }

    private static InvalidOperationException Unknown(string written) => new($"There is no published number {written}.");
}
