namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>Where the true value lies with 95 % confidence.</summary>
public readonly record struct Interval(double Lower, double Upper)
{
    public Interval Times(double factor) => new(Lower * factor, Upper * factor);

    public Interval Rounded(int decimals) =>
        new(Math.Round(Lower, decimals, MidpointRounding.AwayFromZero), Math.Round(Upper, decimals, MidpointRounding.AwayFromZero));
}
