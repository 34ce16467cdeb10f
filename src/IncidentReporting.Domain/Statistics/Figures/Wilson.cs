namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>The score interval of a share (Wilson 1927).</summary>
public static class Wilson
{
    internal const double Z = 1.959964;

    public static Interval Of(long part, long whole) => Of((double)part / whole, whole);

    /// <summary>The interval of a share that carries the information of <paramref name="size"/> answers, which need not be whole.</summary>
    public static Interval Of(double share, double size)
    {
        var square = Z * Z;
        var centre = (share * size + square / 2) / (size + square);
        var half = Z * Math.Sqrt(share * (1 - share) * size + square / 4) / (size + square);
        return new(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
