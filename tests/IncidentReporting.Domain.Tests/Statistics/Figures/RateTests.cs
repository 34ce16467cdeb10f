using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

public sealed class RateTests
{
    [Test]
    public void Rate_AQuarter_IsPer100EmployeesAndYear() =>
        Assert.That(Rates.Of(Cells.Of(12), 80, .25), Is.EqualTo(new Rate(FigureState.Ok, 60, new(29.1, 106.3))));

    [Test]
    public void Rate_HalfOfATenth_IsRoundedUp() =>
        Assert.That(Rates.Of(Cells.Of(5), 400, 1).Per100, Is.EqualTo(1.3));

    [Test]
    public void Rate_Small_HasAnIntervalOnly() =>
        Assert.That(Rates.Of(Cells.Small, 50, 1), Is.EqualTo(new Rate(FigureState.Small, null, new(0, 23.3))));

    [Test]
    public void Rate_ClosedOrNoHeadcount_SaysSo()
    {
        Assert.That(Rates.Of(ShownCell.Closed, 50, 1), Is.EqualTo(new Rate(FigureState.Closed, null, null)));
        Assert.That(Rates.Of(Cells.Of(7), 0, 1), Is.EqualTo(new Rate(FigureState.NoHeadcount, null, null)));
    }
}
