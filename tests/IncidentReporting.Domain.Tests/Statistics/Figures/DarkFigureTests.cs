using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

internal sealed class DarkFigureTests
{
    private static readonly Share Survey = Shares.OfParts(Cell(90), Cell(60));

    [Test]
    public void Dark_OfRegisterAndSurvey_IsWhatDoesNotShow()
    {
        var dark = DarkFigure.Of(Shares.OfHeadcount(Cell(212), 430), Survey)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dark.Value, Is.EqualTo(.17829).Within(.00001), "1 − (212/430)/(90/150)");
            Assert.That(dark.Interval.Lower, Is.LessThan(dark.Value).And.GreaterThan(0));
            Assert.That(dark.Interval.Upper, Is.GreaterThan(dark.Value).And.LessThan(.4));
        }
    }

    [Test]
    public void Dark_WhereTheRegisterTellsMore_IsNone() =>
        Assert.That(DarkFigure.Of(Shares.OfHeadcount(Cell(400), 430), Survey)!, Has.Property("Value").Zero.And.Property("Interval").Property("Lower").Zero);

    [Test]
    public void Dark_WithoutOneOfThem_IsUnknown() => Assert.That(DarkFigure.Of(Shares.OfHeadcount(ShownCell.Of(3, 5), 430), Survey), Is.Null);

    [Test]
    public void Dark_OfAVeryUncertainSurvey_IsStillAnInterval()
    {
        var dark = DarkFigure.Of(Shares.OfHeadcount(Cell(5), 430), Shares.OfParts(Cell(5), Cell(18)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dark.Interval.Lower, Is.InRange(0, dark.Value));
            Assert.That(dark.Interval.Upper, Is.InRange(dark.Value, 1));
        }
    }

    [TestCase(48, 212, 60, 150, ExpectedResult = ChangeDirection.Down)]
    [TestCase(48, 212, 20, 212, ExpectedResult = ChangeDirection.Up)]
    [TestCase(48, 212, 40, 200, ExpectedResult = ChangeDirection.None)]
    public ChangeDirection? Share_BetweenPeriods_ChangesOnlyBeyondChance(int part, int whole, int partBefore, int wholeBefore) =>
        ShareChange.Between(Shares.OfCell(Cell(part), Cell(whole)), Shares.OfCell(Cell(partBefore), Cell(wholeBefore)));

    private static ShownCell Cell(long published) => ShownCell.Of(published, ShownCell.Threshold);
}
