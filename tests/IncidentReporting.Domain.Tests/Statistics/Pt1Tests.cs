using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics;

public sealed class Pt1Tests
{
    private static readonly CellProtection Protection = new(PerturbationTables.Pt1, new ShiftedSlots());

    [Test]
    public void Verify_TheTableInUse_HoldsToEveryConstraint() =>
        Assert.That(PerturbationTables.Verify, Throws.Nothing);

    [Test]
    public void Verify_OneSlotMoved_IsRefused()
    {
        Assert.That(() => Pt1Check.Verify(With(8, row => [row[0] with { Slots = 250 }, row[1] with { Slots = 1085 }, .. row.Skip(2)])), Throws.InvalidOperationException);
        Assert.That(() => Pt1Check.Verify(With(0, _ => [new(1, 65_536)])), Throws.InvalidOperationException);
    }

    [Test]
    public void Verify_SameMomentsInOtherSlots_IsRefused() =>
        Assert.That(
            () => Pt1Check.Verify(With(8, row => [.. row.Select(step => step with { Slots = step.Slots + Moved(step.Change) })])),
            Throws.InvalidOperationException.With.Message.EqualTo("The perturbation table is not PT-1."));

    [Test]
    public void Pt1_SixtySixSteps_AreLoaded() =>
        Assert.That(Enumerable.Range(0, 9).Sum(n => PerturbationTables.Pt1.RowFor(n).Count), Is.EqualTo(66));

    [TestCase(1, "0→0 48133→0 48134→3 57094→3 57095→4 64317→6 65535→6")]
    [TestCase(2, "26791→0 26792→3")]
    [TestCase(3, "13367→0 13368→3 39168→4")]
    [TestCase(4, "5560→0 5561→3 23775→4 65273→9")]
    [TestCase(5, "0→0 1319→0 1320→3 27141→5 41645→6")]
    [TestCase(6, "0→3 26615→6")]
    [TestCase(7, "1209→4")]
    [TestCase(8, "0→3 248→3 249→4 1334→4 1335→5 25271→8 40264→8 40265→9 65286→12 65287→13")]
    [TestCase(500, "32768→500 65535→505")]
    public void Publish_AtTheEdgesOfARow_ChangesAtTheSlot(long count, string edges)
    {
        foreach (var edge in edges.Split(' ').Select(e => e.Split('→')))
        {
            Assert.That(Protection.Publish(NoiseMeasure.Incidents, new(count, uint.Parse(edge[0]) << 16)), Is.EqualTo(long.Parse(edge[1])), edge[0]);
        }
    }

    [Test]
    public void Publish_NothingInTheCell_IsZeroWhateverTheKey() =>
        Assert.That(Protection.Publish(NoiseMeasure.Persons, new(0, uint.MaxValue)), Is.Zero);

    [Test]
    public void Pt1_LargeCounts_AreShownAsTheMethodSays()
    {
        var row = PerturbationTables.Pt1.RowFor(8);
        double Within(int change) => row.Where(s => Math.Abs(s.Change) <= change).Sum(s => s.Slots) / 65536d;

        Assert.That(Within(2), Is.EqualTo(.855).Within(.0005));
        Assert.That(Within(3), Is.EqualTo(.959).Within(.0005));
    }

    [Test]
    public void Pt1_SmallCounts_AreHiddenAsOftenAsTheMethodSays()
    {
        double Hidden(int count) => PerturbationTables.Pt1.RowFor(count).Where(s => count + s.Change < ShownCell.Threshold).Sum(s => s.Slots) / 65536d;

        Assert.That(
            Enumerable.Range(0, 11).Select(Hidden),
            Is.EqualTo((double[])[1, .944, .963, .845, .641, .414, .209, .074, .020, .004, 0]).Within(.0005));
    }

    [Test]
    public void Pt1_OneRecordMore_ChangesLittleOfWhatIsShown()
    {
        double[] apart = [.. Enumerable.Range(0, 20).Select(n => Enumerable.Range(4, 30).Sum(y => Math.Abs(Shown(n, y) - Shown(n + 1, y))) / 2)];

        Assert.That(apart.Max(), Is.EqualTo(.233).Within(.0005));
        Assert.That(apart[0], Is.EqualTo(.056).Within(.0005));
    }

    [Test]
    public void Pt1_OneRecordMoreInALargeCount_IsSeldomFarMoreProbable()
    {
        var slots = PerturbationTables.Pt1.RowFor(8).Select(s => (double)s.Slots).ToArray();

        Assert.That(slots.Zip(slots.Skip(1), (a, b) => Math.Abs(Math.Log(a / b))).Max(), Is.LessThanOrEqualTo(1.48));
        Assert.That(slots[0] / 65536, Is.EqualTo(.0038).Within(.00005));
    }

    private static double Shown(int count, int value) =>
        PerturbationTables.Pt1.RowFor(count).Where(s => Math.Max(4, count + s.Change) == value).Sum(s => s.Slots) / 65536d;

    // Fourth differences keep the count, mean and variance of the row.
    private static int Moved(int change) => change switch { -3 => 1, -2 => -4, -1 => 6, 0 => -4, 1 => 1, _ => 0 };

    private static PerturbationTable With(int count, Func<IReadOnlyList<PerturbationStep>, PerturbationStep[]> change) =>
        new("PT-1", 65_536, [.. Enumerable.Range(0, 9).Select(n => n == count ? change(PerturbationTables.Pt1.RowFor(n)) : PerturbationTables.Pt1.RowFor(n))]);
}
