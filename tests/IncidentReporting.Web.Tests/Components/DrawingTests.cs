using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Components.Figures.Drawing;

namespace IncidentReporting.Web.Tests.Components;

/// <summary>Axes and words of drawings, which need no browser.</summary>
internal sealed class DrawingTests
{
    [TestCase(97, 5, new double[] { 0, 20, 40, 60, 80, 100 })]
    [TestCase(60, 5, new double[] { 0, 20, 40, 60 })]
    [TestCase(3, 5, new double[] { 0, 1, 2, 3 })]
    [TestCase(0, 5, new double[] { 0, 1 })]
    [TestCase(1234, 5, new double[] { 0, 500, 1000, 1500 })]
    [TestCase(5, 1, new double[] { 0, 5 })]
    public void Ticks_OfCounts_AreRoundAndHoldTheLargest(double max, int most, double[] expected) =>
        Assert.That(Ticks.UpTo(max, most, FigureUnit.Count), Is.EqualTo(expected));

    [TestCase(.7, new double[] { 0, .2, .4, .6, .8 })]
    [TestCase(.3, new double[] { 0, .1, .2, .3 })]
    [TestCase(4.5, new double[] { 0, 1, 2, 3, 4, 5 })]
    public void Ticks_OfDecimals_MayLieBetweenWholeNumbers(double max, double[] expected) =>
        Assert.That(Ticks.UpTo(max, 5, FigureUnit.Decimal), Is.EqualTo(expected));

    [Test]
    public void Ticks_OfPerCent_EndAtAHundred() => Assert.That(Ticks.UpTo(112, 5, FigureUnit.Percent)[^1], Is.EqualTo(100));

    [Test]
    public void Ticks_OfAnyLargest_AreFewAndEvenAndHoldIt([Values(.04, .9, 1, 7.3, 19, 99.99, 100.01, 4321, 1e7)] double max, [Values(2, 4, 7)] int most)
    {
        var ticks = Ticks.UpTo(max, most);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ticks[0], Is.Zero);
            Assert.That(ticks[^1], Is.GreaterThanOrEqualTo(max));
            Assert.That(ticks, Has.Count.LessThanOrEqualTo(most + 1));
            Assert.That(ticks.Zip(ticks.Skip(1), (one, next) => next - one), Has.All.EqualTo(ticks[1]).Within(1e-6));
        }
    }

    [TestCase(24, 5, 12, 6)]
    [TestCase(12, 12, 12, 1)]
    [TestCase(16, 5, 4, 4)]
    [TestCase(11, 4, 1, 5)]
    [TestCase(500, 1, 12, 500)]
    public void Stride_OfNames_FollowsTheYear(int count, int most, int perYear, int expected) => Assert.That(Ticks.Stride(count, most, perYear), Is.EqualTo(expected));

    [TestCase(0, 10)]
    [TestCase(50, 50)]
    [TestCase(100, 90)]
    [TestCase(-5, 10)]
    [TestCase(300, 90)]
    public void LinearScale_OfAValue_StaysInItsField(double value, double expected) => Assert.That(new LinearScale(100, 10, 90).At(value), Is.EqualTo(expected));

    [Test]
    public void BandScale_OfFour_SharesTheFieldEvenly()
    {
        var bands = new BandScale(4, 20, 100);

        Assert.That(Enumerable.Range(0, 4).Select(bands.Centre), Is.EqualTo((double[])[30, 50, 70, 90]));
        Assert.That(bands.Start(4), Is.EqualTo(100));
    }

    [Test]
    public void Lines_OfALabel_BreakBetweenWordsAndWithinTooLongOnes()
    {
        var lines = Lines.Of("Stödboende och handläggningsenheten för ensamkommande", 8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Count.GreaterThan(3));
            Assert.That(lines.Select(Letters.Width), Has.All.LessThanOrEqualTo(8));
            Assert.That(lines, Has.Some.EndsWith("-"));
            Assert.That(string.Concat(lines).Replace("-", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), Is.EqualTo("Stödboendeochhandläggningsenhetenförensamkommande"));
        }
    }

    [Test]
    public void Lines_OfAShortLabel_AreOne() => Assert.That(Lines.Of("Direkta hot", 10), Is.EqualTo((string[])["Direkta hot"]));

    [Test]
    public void Labels_OfMarksSideBySide_DoNotCoverEachOther()
    {
        var labels = new Labels(Layout.Narrow);
        (double X, double Y)[] marks = [(50, 5), (52, 5.2), (48, 4.9)];
        foreach (var (x, y) in marks)
        {
            labels.Take(x, y);
        }

        var placed = marks.Select(mark => (mark, Place: labels.Place(mark.X, mark.Y, 1))).Select(label => (X: (label.mark.X / 100 * Layout.Narrow.Width) + label.Place.X, Y: label.mark.Y + label.Place.Y)).ToList();

        Assert.That(placed.SelectMany((one, index) => placed.Skip(index + 1).Select(other => Math.Max(Math.Abs(one.X - other.X) / .62, Math.Abs(one.Y - other.Y) / .8))), Has.All.GreaterThanOrEqualTo(1));
    }
}
