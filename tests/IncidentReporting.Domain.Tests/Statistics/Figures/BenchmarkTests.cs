using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Domain.Tests.Statistics.Figures;

public sealed class BenchmarkTests
{
    private static readonly Share Exposed = Shares.OfHeadcount(Cells.Of(212), 430);

    [Test]
    public void Compare_BenchmarkWithinTheInterval_CannotBeToldApart()
    {
        BenchmarkVerdict?[] verdicts =
        [
            new Benchmark(.20).Compare(Shares.OfCell(Cells.Of(48), Cells.Of(212)))?.Verdict,
            new Benchmark(.30).Compare(Shares.OfParts(Cells.Of(31), Cells.Of(57)))?.Verdict,
            new Benchmark(.45).Compare(Exposed)?.Verdict,
        ];

        Assert.That(verdicts, Is.All.EqualTo(BenchmarkVerdict.NotDistinguishable));
    }

    [TestCase(.44, BenchmarkVerdict.Higher)]
    [TestCase(.55, BenchmarkVerdict.Lower)]
    public void Compare_BenchmarkOutsideTheInterval_IsHigherOrLower(double benchmark, BenchmarkVerdict verdict) =>
        Assert.That(new Benchmark(benchmark).Compare(Exposed)?.Verdict, Is.EqualTo(verdict));

    [Test]
    public void Compare_KnownNumberOfAnswers_TakesTheDifference()
    {
        var comparison = new Benchmark(.45, 1000).Compare(Exposed);

        Assert.That(comparison?.Verdict, Is.EqualTo(BenchmarkVerdict.NotDistinguishable));
        Assert.That(comparison?.Benchmark?.Times(100).Rounded(1), Is.EqualTo(new Interval(41.9, 48.1)));
        Assert.That(comparison?.Difference?.Times(100).Rounded(1), Is.EqualTo(new Interval(-1.4, 10.0)));
        Assert.That((Exposed.Value - .45) * 100, Is.EqualTo(4.3).Within(.05));
    }

    [TestCase(.42, BenchmarkVerdict.Higher)]
    [TestCase(.44, BenchmarkVerdict.NotDistinguishable)]
    [TestCase(.57, BenchmarkVerdict.Lower)]
    public void Compare_KnownNumberOfAnswers_JudgesByTheDifference(double benchmark, BenchmarkVerdict verdict) =>
        Assert.That(new Benchmark(benchmark, 1000).Compare(Exposed)?.Verdict, Is.EqualTo(verdict));

    [Test]
    public void Compare_NoShare_IsNoVerdict() =>
        Assert.That(new Benchmark(.45).Compare(Shares.OfHeadcount(Cells.Small, 430)), Is.Null);
}
