namespace IncidentReporting.Web.Components.Figures;

/// <summary>One number that answers a question: the number, what it is uncertain within, and what it is compared with, in that order.</summary>
public sealed record KeyFigure(string Label, FigureValue Value, FigureUnit Unit = FigureUnit.Count)
{
    /// <summary>Instead of the plain number: "4 av 10".</summary>
    public string? Text { get; init; }

    public FigureInterval? Interval { get; init; }

    /// <summary>"landet 20 %".</summary>
    public string? Comparison { get; init; }

    /// <summary>What stands first and heavier in the line of comparison: "+18".</summary>
    public string? Change { get; init; }

    /// <summary>Why there is no number; or what a hidden one means.</summary>
    public string? Why { get; init; }

    /// <summary>Where the figure is explained; the label becomes a link.</summary>
    public string? Href { get; init; }
}
