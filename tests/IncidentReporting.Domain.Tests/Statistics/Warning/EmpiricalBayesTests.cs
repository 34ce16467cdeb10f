using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class EmpiricalBayesTests
{
    private static readonly Observed[] Units = [new(14, 210), new(3, 96), new(9, 180), new(22, 260), new(5, 150), new(30, 240)];

    [Test]
    public void FromExact_SixUnits_DrawsEachTowardsTheMean()
    {
        var bayes = EmpiricalBayes.FromExact(Units)!;

        Assert.That(bayes.Mean, Is.EqualTo(.073063).Within(5e-7));
        Assert.That(bayes.Spread, Is.EqualTo(.00104844).Within(5e-9));
        Assert.That(bayes.Between, Is.EqualTo(.00066254).Within(5e-9));
        Assert.That(bayes.Rates, Is.EqualTo((double[])[.06887, .05360, .05876, .08117, .05017, .10865]).Within(5e-6));
    }

    [Test]
    public void FromPublished_SixUnits_TakesTheNoiseAway()
    {
        var bayes = EmpiricalBayes.FromPublished(Units)!;

        Assert.That(bayes.Between, Is.EqualTo(.00056902).Within(5e-9));
        Assert.That(bayes.Rates, Is.EqualTo((double[])[.06937, .05869, .06077, .08041, .05406, .10499]).Within(5e-6));
    }

    [Test]
    public void FromExact_NoMoreSpreadThanChance_GivesAllTheMean() =>
        Assert.That(EmpiricalBayes.FromExact([new(5, 100), new(6, 100), new(0, 0)])?.Rates, Is.All.EqualTo(.055).Within(1e-12));

    [Test]
    public void FromExact_NothingHappened_ExpectsNothing() =>
        Assert.That(EmpiricalBayes.FromExact([new(0, 100), new(0, 50)])?.Rates, Is.All.Zero);

    [Test]
    public void FromExact_NothingExposed_IsNoBaseline() =>
        Assert.That(EmpiricalBayes.FromExact([new(0, 0)]), Is.Null);
}
