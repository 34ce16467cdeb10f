using FsCheck;
using FsCheck.Fluent;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics;

public sealed class CellSumTests
{
    [Test]
    public void Add_KeysPastTheEnd_GoRoundAtTwoToThePowerOf32()
    {
        var first = default(CellSum).Add(4294967295);
        var second = first.Add(1);
        var third = second.Add(305419896);
        var fourth = third.Add(2271560481);

        Assert.That((CellSum[])[first, second, third, fourth], Is.EqualTo((CellSum[])[new(1, 4294967295), new(2, 0), new(3, 305419896), new(4, 2576980377)]));
        Assert.That(default(CellSum).Add(1).Add(305419896).Add(2271560481).Key, Is.EqualTo(2576980378));
        Assert.That(default(CellSum).Add(4294967295).Add(1).Add(2271560481).Key, Is.EqualTo(2271560481));
    }

    [Test]
    public void Sum_PartsInAnyOrder_IsTheSumOfTheRecords() =>
        Prop.ForAll<uint[], uint[]>((a, b) =>
        {
            var whole = a.Concat(b).Aggregate(default(CellSum), (sum, key) => sum.Add(key));
            CellSum Of(uint[] keys) => keys.Aggregate(default(CellSum), (sum, key) => sum.Add(key));
            return Of(a) + Of(b) == whole && Of(b) + Of(a) == whole;
        }).QuickCheckThrowOnFailure();
}
