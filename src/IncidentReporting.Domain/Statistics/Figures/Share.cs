namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>Where a share stands to what is shown of it: from 5 to 95 per cent.</summary>
public enum ShareSide
{
    Within,
    Under5,
    Over95,
}

/// <summary>A share of published numbers, from 0 to 1, with its interval; the size is how many answers without noise would tell as much.</summary>
public sealed record Share(FigureState State, double? Value, double? Size, Interval? Interval)
{
    public ShareSide Side => Value switch
    {
        < .05 => ShareSide.Under5,
        > .95 => ShareSide.Over95,
        _ => ShareSide.Within,
    };

    /// <summary>Whole per cent; none outside 5 to 95, where the side says all.</summary>
    public int? Percent => Value is { } value && Side == ShareSide.Within ? (int)Math.Round(value * 100, MidpointRounding.AwayFromZero) : null;

    internal static Share None(FigureState state) => new(state, null, null, null);
}
