using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Tests.Statistics.Distributions;

public sealed class DistributionTests
{
    [TestCase(0, 0)]
    [TestCase(10, 15.104412573075516)]
    [TestCase(31, 78.09222355331531)]
    [TestCase(32, 81.55795945611504)]
    [TestCase(100, 363.73937555556349)]
    [TestCase(5000, 37591.14350888)]
    public void LogFactorial_SmallAndLarge_IsAsTabled(long n, double value) =>
        Assert.That(LogFactorial.Of(n), Is.EqualTo(value).Within(1e-12 * Math.Max(1, value)));

    [TestCase(0, .5)]
    [TestCase(1, .15865525393145705)]
    [TestCase(1.959963984540054, .025)]
    [TestCase(2.999, .0013543365)]
    [TestCase(3, .0013498980316301)]
    [TestCase(6, 9.865876450377e-10)]
    [TestCase(-1, .84134474606854295)]
    public void Normal_Above_IsAsTabled(double z, double p) =>
        Assert.That(Normal.Above(z), Is.EqualTo(p).Within(1e-7 * p));

    [TestCase(3, .5)]
    [TestCase(7, 40)]
    [TestCase(40, 7)]
    [TestCase(5000, 4900)]
    public void Poisson_BelowAtAndAbove_AreAll(long count, double mean) =>
        Assert.That(Poisson.Below(count, mean) + Poisson.At(count, mean) + Poisson.Above(count, mean), Is.EqualTo(1).Within(1e-9));

    [Test]
    public void Poisson_FarOut_KeepsItsPrecision() =>
        Assert.That(Poisson.Above(29, 1), Is.EqualTo(1.43308e-33).Within(1e-38));

    [TestCase(3, 10, .5, 0.828125)]
    [TestCase(0, 10, .5, 0.9990234375)]
    [TestCase(9, 10, .5, 0.0009765625)]
    [TestCase(-1, 10, .5, 1)]
    [TestCase(10, 10, .5, 0)]
    [TestCase(3, 10, 0, 0)]
    [TestCase(3, 10, 1, 1)]
    public void Binomial_Above_IsAsCounted(long successes, long trials, double share, double p) =>
        Assert.That(Binomial.Above(successes, trials, share), Is.EqualTo(p).Within(1e-13));
}
