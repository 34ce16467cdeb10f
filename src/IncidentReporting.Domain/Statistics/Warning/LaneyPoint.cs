namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>A month of the chart, as events per person-month; the limits follow the month's exposure.</summary>
public sealed record LaneyPoint(Observed Month, double Lower, double Upper, int InARow)
{
    /// <summary>So many months in a row on one side of the mean are a signal.</summary>
    public const int LongRun = 8;

    public double Rate => Month.Events / Month.Exposure;

    /// <summary>The upper limit as a number of events.</summary>
    public double UpperEvents => Upper * Month.Exposure;

    public bool Outside => Rate > Upper || Rate < Lower;

    public bool Signals => Outside || InARow >= LongRun;
}
