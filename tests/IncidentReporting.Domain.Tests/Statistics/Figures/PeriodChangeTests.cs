using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

public sealed class PeriodChangeTests
{
    [Test]
    public void Between_ThirtyOneAgainstEighteen_IsNoChange()
    {
        var change = PeriodChange.Between(Cells.Of(31), 430, Cells.Of(18), 445);

        Assert.That(change.Z, Is.EqualTo(1.858).Within(.0005));
        Assert.That(change.Direction, Is.EqualTo(ChangeDirection.None));
    }

    [TestCase(33, 18, ChangeDirection.Up)]
    [TestCase(18, 33, ChangeDirection.Down)]
    public void Between_FarApart_IsAChange(long later, long earlier, ChangeDirection direction) =>
        Assert.That(PeriodChange.Between(Cells.Of(later), 430, Cells.Of(earlier), 430).Direction, Is.EqualTo(direction));

    [Test]
    public void Between_NoFigure_SaysWhy()
    {
        Assert.That(PeriodChange.Between(Cells.Small, 1, Cells.Of(9), 1).State, Is.EqualTo(FigureState.Small));
        Assert.That(PeriodChange.Between(Cells.Of(9), 1, ShownCell.Closed, 1).State, Is.EqualTo(FigureState.Closed));
        Assert.That(PeriodChange.Between(Cells.Of(9), 0, Cells.Of(9), 1).State, Is.EqualTo(FigureState.NoHeadcount));
    }
}
