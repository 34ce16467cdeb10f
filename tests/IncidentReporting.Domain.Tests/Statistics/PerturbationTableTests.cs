using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics;

public sealed class PerturbationTableTests
{
    private static readonly PerturbationTable Cyclic = new("small", 10,
    [
        [new(0, 10)],
        [new(-1, 5), new(1, 5)],
        [new(-2, 1), new(0, 8), new(2, 1)],
        [new(-3, 2), new(0, 6), new(3, 2)],
    ], cycle: 2);

    [TestCase(3, 3, 0, -3)]
    [TestCase(4, 2, 0, -2)]
    [TestCase(5, 3, 0, -3)]
    [TestCase(6, 2, 9, 2)]
    [TestCase(1_000_001, 3, 9, 3)]
    public void ChangeAt_CountBeyondTheRows_GoesRoundInTheLastOnes(long count, int row, int slot, int change)
    {
        Assert.That(Cyclic.RowFor(count), Is.EqualTo(Cyclic.RowFor(row)));
        Assert.That(Cyclic.ChangeAt(count, slot), Is.EqualTo(change));
    }

    [TestCase(0, -1)]
    [TestCase(0.49, -1)]
    [TestCase(0.5, 1)]
    [TestCase(0.99, 1)]
    public void Publish_TableWithFractions_TakesTheStepTheFractionFallsIn(double fraction, int change) =>
        Assert.That(new CellProtection(Cyclic, new FractionSlots(Cyclic.Slots, fraction)).Publish(NoiseMeasure.Incidents, new(1, 7)), Is.EqualTo(1 + change));

    [TestCase(-1)]
    [TestCase(10)]
    public void ChangeAt_SlotOutsideTheTable_IsRefused(int slot) =>
        Assert.That(() => Cyclic.ChangeAt(1, slot), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Table_RowThatBreaksItsOwnRules_IsRefused()
    {
        PerturbationTable Of(PerturbationStep[] row) => new("bad", 10, [row]);

        Assert.That(() => Of([new(0, 9)]), Throws.ArgumentException);
        Assert.That(() => Of([new(-2, 5), new(0, 5)]), Throws.ArgumentException);
        Assert.That(() => Of([new(1, 5), new(0, 5)]), Throws.ArgumentException);
        Assert.That(() => Of([new(0, 10), new(1, 0)]), Throws.ArgumentException);
        Assert.That(() => new PerturbationTable("bad", 10, [[new(0, 10)]], cycle: 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
