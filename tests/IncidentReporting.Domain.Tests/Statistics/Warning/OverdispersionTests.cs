using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class OverdispersionTests
{
    [Test]
    public void Of_OneUnit_IsTheVarianceOverTheMean() =>
        Assert.That(Overdispersion.Of([[0, 4, 0, 4]]), Is.EqualTo(16 / 2d / 3).Within(1e-12));

    [Test]
    public void Of_SeveralUnits_IsPooledAroundEachOnesOwnMean() =>
        Assert.That(Overdispersion.Of([[0, 4, 0, 4], [10, 10, 16], [0, 0, 0], [5]]), Is.EqualTo((8 + 2) / 5d).Within(1e-12));

    [Test]
    public void Of_LessThanChance_IsOne() =>
        Assert.That((Overdispersion.Of([[2, 2, 2, 2]]), Overdispersion.Of([])), Is.EqualTo((1d, 1d)));
}
