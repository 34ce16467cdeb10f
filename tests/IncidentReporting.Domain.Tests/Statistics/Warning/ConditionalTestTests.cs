using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class ConditionalTestTests
{
    [TestCase(11, 134, 22, 720, .009509, .006295)]
    [TestCase(11, 5, 22, 24, .018818, .012794)]
    [TestCase(9, 4, 22, 24, .025660, .017251)]
    public void Of_RunAgainstBaseline_IsAsCalculated(long run, double exposure, long before, double exposureBefore, double exact, double midP)
    {
        var test = ConditionalTest.Of(new(run, exposure), new(before, exposureBefore));

        Assert.That(test.Exact, Is.EqualTo(exact).Within(5e-7));
        Assert.That(test.MidP, Is.EqualTo(midP).Within(5e-7));
    }

    [Test]
    public void Of_Nothing_ProvesNothing()
    {
        Assert.That(ConditionalTest.Of(new(0, 5), new(0, 24)), Is.EqualTo(new ConditionalTest(1, .5)));
        Assert.That(ConditionalTest.Of(default, default), Is.EqualTo(new ConditionalTest(1, 1)));
    }

    [Test]
    public void Of_ThousandsOfEvents_KeepsItsPrecision()
    {
        var test = ConditionalTest.Of(new(1_060, 1), new(4_000, 4));

        Assert.That(test.MidP, Is.EqualTo(.04644002709594).Within(1e-12));
        Assert.That(ConditionalTest.Of(new(4_000, 1), new(4_000, 4)).MidP, Is.InRange(0, 1e-100));
        Assert.That(ConditionalTest.Of(new(10, 1), new(4_000, 4)).MidP, Is.EqualTo(1).Within(1e-12));
    }
}
