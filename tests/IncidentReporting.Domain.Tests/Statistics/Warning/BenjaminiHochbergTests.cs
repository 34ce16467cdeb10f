using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

public sealed class BenjaminiHochbergTests
{
    private static readonly double[] Twelve = [.0004, .003, .012, .021, .04, .11, .2, .35, .5, .6, .71, .88];

    [Test]
    public void Standing_TwelveTests_TheFirstFiveStand() =>
        Assert.That(BenjaminiHochberg.Standing(Twelve), Is.EqualTo(Twelve.Select((_, i) => i < 5)));

    [Test]
    public void Standing_AnyOrder_FollowsTheOrderGiven() =>
        Assert.That(BenjaminiHochberg.Standing([.. Twelve.Reverse()]), Is.EqualTo(Twelve.Select((_, i) => i >= 7)));

    [Test]
    public void Standing_AStepInTheMiddleFails_LaterOnesCarryIt() =>
        Assert.That(BenjaminiHochberg.Standing([.06, .06, .07, .9]), Is.EqualTo((bool[])[true, true, true, false]));

    [Test]
    public void Standing_NoneSmall_NoneStands()
    {
        Assert.That(BenjaminiHochberg.Standing([.2, .5]), Is.All.False);
        Assert.That(BenjaminiHochberg.Standing([]), Is.Empty);
    }
}
