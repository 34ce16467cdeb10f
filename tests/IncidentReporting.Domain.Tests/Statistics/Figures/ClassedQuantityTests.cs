using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

public sealed class ClassedQuantityTests
{
    [TestCase("10 12 9 8 6 5", 2, 4)]
    [TestCase("15 5 5 5", 0, 3)]
    [TestCase("14 6 5 5", 1, 3)]
    [TestCase("5 5 18 0", 2, 2)]
    public void Of_EnoughInTheClasses_GivesTheClassOfTheMiddleAndOfNineInTen(string counts, int median, int nineInTen) =>
        Assert.That(ClassedQuantity.Of(Classes(counts)), Is.EqualTo(new ClassedQuantity(FigureState.Ok, median, nineInTen)));

    [TestCase("7 7 7 8 0", FigureState.Ok)]
    [TestCase("7 7 7 6 0", FigureState.TooFewTogether)]
    [TestCase("70 7 7 0 0", FigureState.TooManySmall)]
    public void Of_FewInTheClasses_SaysWhy(string counts, FigureState state) =>
        Assert.That(ClassedQuantity.Of(Classes(counts)).State, Is.EqualTo(state));

    [Test]
    public void Of_AClosedClass_IsClosed() =>
        Assert.That(ClassedQuantity.Of([Cells.Of(50), ShownCell.Closed]), Is.EqualTo(new ClassedQuantity(FigureState.Closed, null, null)));

    private static ShownCell[] Classes(string counts) => [.. counts.Split(' ').Select(c => Cells.Of(long.Parse(c)))];
}
