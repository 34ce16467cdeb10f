using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;

namespace IncidentReporting.Domain.Tests.Pulse;

internal sealed class PulseRoundTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public void Round_AsksRemindsAndCloses_EachOnce()
    {
        var round = Round();
        var taken = new List<(double Day, PulseStep Step)>();
        for (var hours = -24; hours <= 24 * 16; hours++)
        {
            var now = Start.AddHours(hours);
            while (round.StepAt(now) is { } step)
            {
                Assert.That(round.NextStepAt, Is.LessThanOrEqualTo(now), "what is due is looked for by its time");
                taken.Add((hours / 24.0, step));
                Take(round, step, now);
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken, Is.EqualTo([(8 / 24.0, PulseStep.Invite), (7 + (8 / 24.0), PulseStep.Remind), (14.0, PulseStep.Close)]));
            Assert.That(round.NextStepAt, Is.Null);
        }
    }

    [Test]
    public void Round_WhoseEndPassedWhileNothingRan_OnlyCloses() => Assert.That(Round().StepAt(Start.AddDays(20)), Is.EqualTo(PulseStep.Close));

    [Test]
    public void Round_InvitedLate_DoesNotRemindAtOnce()
    {
        var round = Round();

        round.Invite(invited: 20, Start.AddDays(8));

        Assert.That((round.StepAt(Start.AddDays(8)), round.NextStepAt), Is.EqualTo(((PulseStep?)null, (DateTimeOffset?)Start.AddDays(14))));
    }

    [TestCase(-1, PulseRoundState.Planned)]
    [TestCase(0, PulseRoundState.Open)]
    [TestCase(335, PulseRoundState.Open)]
    [TestCase(336, PulseRoundState.Closed)]
    public void State_FollowsTheClock(int hours, PulseRoundState state) => Assert.That(Round().StateAt(Start.AddHours(hours)), Is.EqualTo(state));

    [TestCase("", "")]
    [TestCase("12", "12")]
    [TestCase("9", "")]
    [TestCase("10 12", "10 12")]
    [TestCase("3 4 2 10 12", "12", Description = "nine are left over, and the smallest of the others joins them")]
    [TestCase("5 5 10", "10")]
    [TestCase("1 10", "")]
    public void Units_OfFew_AreNotNamed_NorIsWhatIsLeftOver(string sizes, string named)
    {
        var units = Numbers(sizes).Select(size => (Unit: UnitId.New(Start), Size: size)).ToList();

        var found = PulseInvitations.NamedUnits(units.SelectMany(unit => Enumerable.Repeat(unit.Unit, unit.Size)));

        Assert.That(units.Where(unit => found.Contains(unit.Unit)).Select(unit => unit.Size), Is.EqualTo(Numbers(named)));
    }

    private static IEnumerable<int> Numbers(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    private static PulseRound Round() => PulseRound.Create(
        PulseRoundId.New(Start), EmployerId.New(Start), "Namn", DateOnly.FromDateTime(Start.UtcDateTime), DateOnly.FromDateTime(Start.UtcDateTime).AddDays(13), [UnitId.New(Start)],
        new PulseTimes(Start, Start.AddHours(8), Start.AddDays(7).AddHours(8), Start.AddDays(14)), new byte[PulseRound.LinkKeyLength]);

    private static void Take(PulseRound round, PulseStep step, DateTimeOffset now)
    {
        switch (step)
        {
            case PulseStep.Invite:
                round.Invite(invited: 20, now);
                break;
            case PulseStep.Remind:
                round.Remind();
                break;
            default:
                round.Close("PT-1", "key", now);
                break;
        }
    }
}
