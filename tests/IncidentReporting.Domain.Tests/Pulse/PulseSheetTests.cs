using IncidentReporting.Domain.Pulse;

namespace IncidentReporting.Domain.Tests.Pulse;

internal sealed class PulseSheetTests
{
    [Test]
    public void Several_WhereSeveralMayBe_AreAdded()
    {
        var sheet = Read(("exposure", ["threat_veiled", "physical_violence", "threat_veiled"]))!;

        Assert.That(PulseQuestions.Exposure.In(sheet[PulseQuestions.Exposure]).Select(option => option.Id), Is.EqualTo((string[])["threat_veiled", "physical_violence"]));
    }

    [TestCase("exposure", "threat_veiled", "none", PulseFault.StandsAlone)]
    [TestCase("exposure", "threat_veiled", "shouting", PulseFault.UnknownOption)]
    [TestCase("support", "fully", "mostly", PulseFault.OnlyOne)]
    [TestCase("occupational_group", "judge", "judge", PulseFault.UnknownOption)]
    public void Choice_ThatDoesNotHold_IsRefusedByQuestion(string question, string one, string other, PulseFault fault)
    {
        var sheet = PulseSheet.Read(Chosen((question, [one, other]), ("prevention", ["enough"])), out var faults);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sheet, Is.Null);
            Assert.That(faults, Is.EqualTo(new Dictionary<string, PulseFault> { [question] = fault }));
        }
    }

    [TestCase("threat_direct", 3)]
    [TestCase("none", 0)]
    [TestCase(null, 0)]
    public void Support_CountsOnlyForWhoWasExposed(string? exposure, int expected)
    {
        var sheet = Read(("exposure", exposure is null ? [] : [exposure]), ("support", ["insufficient"]))!;

        Assert.That(sheet[PulseQuestions.Support], Is.EqualTo(expected));
    }

    [Test]
    public void Skipped_IsNotAnswered_AndTheGroupIsOther()
    {
        var sheet = Read(("influence", ["yes"]))!;

        Assert.That(PulseQuestions.All.Where(question => sheet[question] != 0).Select(question => (question.Id, sheet[question])), Is.EqualTo([("influence", 1), ("occupational_group", 6)]));
    }

    [Test]
    public void Blank_IsToldFromOneAnswer()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read()!.IsBlank);
            Assert.That(Read(("support", ["fully"]))!.IsBlank, Is.False);
        }
    }

    private static PulseSheet? Read(params (string, string[])[] chosen) => PulseSheet.Read(Chosen(chosen), out _);

    private static Dictionary<string, IReadOnlyList<string>> Chosen(params (string Question, string[] Options)[] chosen) =>
        chosen.ToDictionary(pair => pair.Question, IReadOnlyList<string> (pair) => pair.Options);
}
