using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

public sealed class ShareTests
{
    [TestCase(9, 41, 22.0, 28.32, 10.6, 40.0)]
    [TestCase(48, 212, 22.6, 195.40, 17.3, 29.0)]
    [TestCase(16, 48, 33.3, null, 20.3, 49.5)]
    [TestCase(22, 160, 13.8, null, 9.0, 20.5)]
    [TestCase(1050, 5210, 20.2, null, 19.1, 21.3)]
    public void OfCell_TwoPublishedNumbers_CarriesTheNoiseOfBoth(long part, long whole, double percent, double? size, double lower, double upper) =>
        Expect(Shares.OfCell(Cells.Of(part), Cells.Of(whole)), percent, size, lower, upper);

    [TestCase(17, 38, 44.7, 28.80, 28.3, 62.4)]
    [TestCase(212, 430, 49.3, null, 44.5, 54.1)]
    public void OfHeadcount_APublishedNumber_CarriesItsOwnNoiseOnly(long part, double headcount, double percent, double? size, double lower, double upper) =>
        Expect(Shares.OfHeadcount(Cells.Of(part), headcount), percent, size, lower, upper);

    [Test]
    public void OfParts_TwoPartsOfAWhole_CarryTheirNoise() =>
        Expect(Shares.OfParts(Cells.Of(31), Cells.Of(57)), 35.2, 81.39, 25.7, 46.1);

    [Test]
    public void Share_PartAboveTheWhole_IsCutToIt()
    {
        var share = Shares.OfCell(Cells.Of(43), Cells.Of(40));

        Assert.That(share, Is.EqualTo(Shares.OfCell(Cells.Of(40), Cells.Of(40))));
        Assert.That((share.Value, share.Side, share.Percent), Is.EqualTo((1d, ShareSide.Over95, (int?)null)));
        Assert.That(share.Interval?.Upper, Is.EqualTo(1));
        Assert.That(share.Interval?.Lower, Is.InRange(.3, .6));
    }

    [TestCase(19, 400, ShareSide.Under5, null)]
    [TestCase(20, 400, ShareSide.Within, 5)]
    [TestCase(22, 400, ShareSide.Within, 6)]
    [TestCase(380, 400, ShareSide.Within, 95)]
    [TestCase(381, 400, ShareSide.Over95, null)]
    public void Percent_AtTheEnds_GivesWayToTheSide(long part, long whole, ShareSide side, int? percent)
    {
        var share = Shares.OfCell(Cells.Of(part), Cells.Of(whole));

        Assert.That((share.Side, share.Percent), Is.EqualTo((side, percent)));
    }

    [Test]
    public void Share_SmallOrClosed_SaysWhy()
    {
        FigureState[] states =
        [
            Shares.OfCell(Cells.Of(9), Cells.Of(19)).State,
            Shares.OfCell(Cells.Of(9), Cells.Small).State,
            Shares.OfCell(Cells.Small, Cells.Small).State,
            Shares.OfCell(Cells.Small, Cells.Of(20)).State,
            Shares.OfCell(ShownCell.Closed, Cells.Of(20)).State,
            Shares.OfCell(Cells.Of(9), ShownCell.Closed).State,
            Shares.OfHeadcount(Cells.Of(9), 19.5).State,
            Shares.OfHeadcount(Cells.Of(9), 0).State,
            Shares.OfParts(Cells.Of(9), Cells.Small).State,
            Shares.OfParts(Cells.Small, Cells.Of(20)).State,
            Shares.OfParts(Cells.Of(9), ShownCell.Closed).State,
        ];

        Assert.That(states, Is.EqualTo((FigureState[])
        [
            FigureState.TooFewInDenominator, FigureState.TooFewInDenominator, FigureState.TooFewInDenominator, FigureState.Small, FigureState.Closed,
            FigureState.Closed, FigureState.TooFewInDenominator, FigureState.NoHeadcount, FigureState.TooFewInDenominator, FigureState.Small,
            FigureState.Closed,
        ]));
    }

    private static void Expect(Share share, double percent, double? size, double lower, double upper)
    {
        Assert.That(share.State, Is.EqualTo(FigureState.Ok));
        Assert.That(share.Value * 100, Is.EqualTo(percent).Within(.0501));
        Assert.That(share.Size, Is.EqualTo(size ?? share.Size).Within(.00501));
        Assert.That(share.Interval?.Times(100).Rounded(1), Is.EqualTo(new Interval(lower, upper)));
    }
}
