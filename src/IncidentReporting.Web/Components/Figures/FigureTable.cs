namespace IncidentReporting.Web.Components.Figures;

/// <summary>Figures in rows and columns.</summary>
/// <param name="Caption">What the table answers.</param>
/// <param name="RowsHead">What the rows are: "Enhet".</param>
public sealed record FigureTable(string Caption, string RowsHead, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>Exact counts, for those who read the cases: says so instead of the note that figures are protected.</summary>
    public bool IsExact { get; init; }

    /// <summary>Where the figures come from and when they were frozen.</summary>
    public string? Source { get; init; }

    /// <summary>Said instead of the table when it has no rows; a general sentence when left out.</summary>
    public string? Empty { get; init; }
}

public sealed record FigureColumn(string Label, FigureUnit Unit = FigureUnit.Count);

/// <param name="Cells">One for each column.</param>
public sealed record FigureRow(string Label, params IReadOnlyList<FigureCell> Cells)
{
    public bool IsTotal { get; init; }

    /// <summary>Where the row leads; its label becomes a link.</summary>
    public string? Href { get; init; }
}

/// <summary>A figure, an interval or some words.</summary>
public readonly record struct FigureCell
{
    private FigureCell(FigureValue? value, FigureInterval? interval, string? text)
    {
        Value = value;
        Interval = interval;
        Text = text;
    }

    public FigureValue? Value { get; }

    public FigureInterval? Interval { get; }

    public string? Text { get; }

    public static FigureCell Of(FigureValue value) => new(value, interval: null, text: null);

    /// <summary>Null is an empty cell.</summary>
    public static FigureCell Of(FigureInterval? interval) => new(value: null, interval, text: null);

    public static FigureCell Of(string? text) => new(value: null, interval: null, text);

    public static implicit operator FigureCell(FigureValue value) => Of(value);

    public static implicit operator FigureCell(double value) => Of(FigureValue.Of(value));

    public static implicit operator FigureCell(string? text) => Of(text);
}
