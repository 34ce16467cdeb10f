namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>Where a value from zero to the largest lies between two places.</summary>
internal readonly record struct LinearScale(double Max, double From, double To)
{
    public double At(double value) => From + (Math.Clamp(value, 0, Max) / Max * (To - From));
}

/// <summary>Equal rooms side by side.</summary>
internal readonly record struct BandScale(int Count, double From, double To)
{
    public double Step => (To - From) / Count;

    public double Start(int index) => From + (index * Step);

    public double Centre(int index) => Start(index) + (Step / 2);
}
