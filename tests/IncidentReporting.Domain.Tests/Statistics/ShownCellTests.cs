using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics;

public sealed class ShownCellTests
{
    [TestCase(0, 5, null, CellState.Small, 4)]
    [TestCase(4, 5, null, CellState.Small, 4)]
    [TestCase(5, 5, 5, CellState.Ok, null)]
    [TestCase(9, 10, null, CellState.Small, 9)]
    [TestCase(10, 10, 10, CellState.Ok, null)]
    public void Of_PublishedNumber_IsShownFromTheThreshold(long published, int threshold, int? value, CellState state, int? upper) =>
        Assert.That(ShownCell.Of(published, threshold), Is.EqualTo(new ShownCell(value, state, upper)));

    [Test]
    public void Closed_Always_SaysNoNumber() =>
        Assert.That(ShownCell.Closed, Is.EqualTo(new ShownCell(null, CellState.Closed, null)));
}
