using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Domain.Tests.Statistics;

public sealed class HeadcountTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 30, 0, TimeSpan.Zero);

    [Test]
    public void Headcount_OfADayInAMonth_IsOfTheMonth() => Assert.That(Count(18.25m, 16.5m).Month, Is.EqualTo(new DateOnly(2026, 10, 1)));

    [Test]
    public void Headcount_InHundredths_ReadsAsTold()
    {
        var row = Count(18.25m, 16.5m);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.Staff, row.Fte), Is.EqualTo((18.25m, (decimal?)16.5m)));
            Assert.That(Count(18, fte: null).Fte, Is.Null);
        }
    }

    [Test]
    public void Count_SameAgain_SaysThatNothingChanged()
    {
        var row = Count(18, 16.5m);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Count(18, 16.5m), Is.False);
            Assert.That(row.Count(18, fte: null), Is.True);
            Assert.That(row.Fte, Is.Null);
        }
    }

    [TestCase(-1, null)]
    [TestCase(100_001, null)]
    [TestCase("1.005", null)]
    [TestCase(10, -1)]
    [TestCase(10, "15.01")]
    [TestCase(10, "1.005")]
    public void Count_ThatCannotBe_IsRefused(decimal staff, decimal? fte) =>
        Assert.That(() => Count(staff, fte), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(HeadcountRules.Counted));

    [TestCase(0, 0)]
    [TestCase(100_000, null)]
    [TestCase(10, 15)]
    public void Count_AtTheEdge_Holds(decimal staff, decimal? fte) => Assert.That(Count(staff, fte).Staff, Is.EqualTo(staff));

    private static Headcount Count(decimal staff, decimal? fte) =>
        Headcount.Create(EmployerId.New(Now), UnitId.New(Now), "needs_assessor", new DateOnly(2026, 10, 20), staff, fte);
}
