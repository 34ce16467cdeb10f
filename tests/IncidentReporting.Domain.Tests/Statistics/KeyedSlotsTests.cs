using System.Globalization;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics;

public sealed class KeyedSlotsTests
{
    private static readonly KeyedSlots Slots = new([.. Enumerable.Range(0, 32).Select(b => (byte)b)]);
    private static readonly CellProtection Protection = new(PerturbationTables.Pt1, Slots);

    [TestCase("0|0x00000000|6692|0|0|0-4")]
    [TestCase("1|0x36894D60|20308|-1|0|0-4")]
    [TestCase("1|0x0EB01D5A|26340|-1|0|0-4")]
    [TestCase("1|0x45BBA738|8497|-1|0|0-4")]
    [TestCase("2|0xE57F511D|24045|-2|0|0-4")]
    [TestCase("2|0x68353CFC|49545|+1|3|0-4")]
    [TestCase("3|0x171B0F22|14447|0|3|0-4")]
    [TestCase("3|0x63CFDDAF|17761|0|3|0-4")]
    [TestCase("4|0x9720C1C3|1924|-4|0|0-4")]
    [TestCase("4|0x1CC8A9CA|4458|-4|0|0-4")]
    [TestCase("4|0x61398B8A|52440|+1|5|5")]
    [TestCase("5|0xC13A9ECA|18082|-1|4|0-4")]
    [TestCase("5|0x5C9FC136|29446|0|5|5")]
    [TestCase("5|0xA4225E16|5730|-2|3|0-4")]
    [TestCase("6|0x2CA5A14D|51371|+1|7|7")]
    [TestCase("6|0x426A6E1C|52429|+1|7|7")]
    [TestCase("7|0xFCC0F036|64795|+4|11|11")]
    [TestCase("7|0x4151221A|49395|+1|8|8")]
    [TestCase("8|0xBE3CB623|44876|+1|9|9")]
    [TestCase("8|0xE5AF4E8E|15539|-1|7|7")]
    [TestCase("9|0xDCAF5BD6|4885|-2|7|7")]
    [TestCase("10|0x033BF077|63605|+3|13|13")]
    [TestCase("11|0x6DEA4774|50847|+1|12|12")]
    [TestCase("12|0xC0A56EE1|40767|+1|13|13")]
    [TestCase("14|0x5F9C32B6|45936|+1|15|15")]
    [TestCase("17|0x87033B22|45226|+1|18|18")]
    [TestCase("20|0xD965A882|28240|0|20|20")]
    [TestCase("23|0x24141DF9|29631|0|23|23")]
    [TestCase("31|0x295A4D68|49322|+1|32|32")]
    [TestCase("44|0x972DFE2E|13749|-1|43|43")]
    [TestCase("57|0x5FFA9FF3|64456|+4|61|61")]
    [TestCase("80|0x3EAE8F48|55170|+2|82|82")]
    [TestCase("100|0x71FFBA3A|17226|-1|99|99")]
    [TestCase("212|0x2D3AD41F|56391|+2|214|214")]
    [TestCase("1000|0x38EBF5E4|511|-4|996|996")]
    [TestCase("12345|0x38532F61|34172|0|12345|12345")]
    [TestCase("1000000|0xAAF98361|48887|+1|1000001|1000001")]
    public void Publish_KnownKey_GivesTheKnownNumber(string vector)
    {
        var v = vector.Split('|');
        var cell = new CellSum(long.Parse(v[0]), uint.Parse(v[1].AsSpan(2), NumberStyles.HexNumber));
        var slot = Slots.SlotOf(NoiseMeasure.Incidents, cell.Key);
        var published = Protection.Publish(NoiseMeasure.Incidents, cell);
        var shown = ShownCell.Of(published, ShownCell.Threshold);

        Assert.That(slot, Is.EqualTo(int.Parse(v[2])));
        Assert.That(PerturbationTables.Pt1.ChangeAt(cell.Count, slot), Is.EqualTo(int.Parse(v[3])));
        Assert.That(published, Is.EqualTo(long.Parse(v[4])));
        Assert.That(shown, Is.EqualTo(v[5] == "0-4" ? new ShownCell(null, CellState.Small, 4) : new ShownCell(long.Parse(v[5]), CellState.Ok, null)));
    }

    [Test]
    public void SlotOf_OtherMeasure_IsAnotherSlot()
    {
        Assert.That(Slots.SlotOf(NoiseMeasure.Incidents, 2882400001), Is.EqualTo(7198));
        Assert.That(Slots.SlotOf(NoiseMeasure.Persons, 2882400001), Is.EqualTo(25918));
    }

    [Test]
    public void SlotOf_CalledOften_AllocatesNothing()
    {
        Slots.SlotOf(NoiseMeasure.Survey, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var key = 0u; key < 1000; key++)
        {
            Slots.SlotOf(NoiseMeasure.Survey, key);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000));
    }

    [TestCase(31)]
    [TestCase(33)]
    public void KeyedSlots_KeyOfAnotherLength_IsRefused(int length) =>
        Assert.That(() => new KeyedSlots(new byte[length]), Throws.ArgumentException);
}
