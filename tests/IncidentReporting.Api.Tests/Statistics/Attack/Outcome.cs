using System.Globalization;

namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>How often an attack was right.</summary>
internal sealed class Outcome
{
    public int Targets { get; private set; }

    public int Hits { get; private set; }

    public double Share => Targets == 0 ? 0 : (double)Hits / Targets;

    public void Count(bool isHit)
    {
        Targets++;
        Hits += isHit ? 1 : 0;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{100 * Share,5:0.0} % of {Targets}");
}
