using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Pulse;

namespace IncidentReporting.Domain.Tests.Pulse;

internal sealed class PulseQuestionTests
{
    private const int MostCategories = 8;

    [Test]
    public void Questions_StandInTheirOrder() => Assert.That(PulseQuestions.All.Select(question => question.Id), Is.EqualTo((string[])[
        "exposure", "support", "prevention", "legal_protection", "legal_knowledge", "measures_knowledge", "support_knowledge", "off_duty_safety", "influence", "occupational_group"]));

    [TestCaseSource(typeof(PulseQuestions), nameof(PulseQuestions.All))]
    public void Question_HasFewOptions_EachWithACodeOfItsOwn(PulseQuestion question)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(question.Options, Has.Count.InRange(2, MostCategories));
            Assert.That(question.Options.Select(option => option.Id), Is.Unique);
            Assert.That(question.Options.Select(option => option.Code), Is.Unique.And.All.GreaterThan(0));
            foreach (var option in question.Options)
            {
                Assert.That(question.In(option.Code), Is.EqualTo((PulseOption[])[option]));
            }
        }
    }

    [TestCaseSource(typeof(PulseQuestions), nameof(PulseQuestions.All))]
    public void Question_SpeaksBothLanguages(PulseQuestion question)
    {
        var texts = question.Options.Select(option => option.Label).Append(question.Text).Append(question.Hint).OfType<Wording>().ToList();

        Assert.That(texts.Select(text => text.Sv).Concat(texts.Select(text => text.En)), Is.All.Not.Empty);
    }

    [Test]
    public void Exposure_IsAskedInTheSurveysOwnWords() => Assert.That(
        PulseQuestions.Exposure.Options.Select(option => (option.Id, option.Label.Sv)),
        Is.EqualTo(CodeLists.SurveyAnswers.Codes.Select(code => (code.Id, code.Label("sv")))));

    [Test]
    public void Support_IsAskedAsItIsInCases() => Assert.That(
        PulseQuestions.Support.Options.Select(option => (option.Id, option.Label.Sv)),
        Is.EqualTo(CodeLists.SupportAdequacies.Codes.Select(code => (code.Id, code.Label("sv")))));

    [TestCaseSource(typeof(PulseQuestions), nameof(PulseQuestions.All))]
    public void Answer_HoldsEachQuestionInItsOwnColumn(PulseQuestion question)
    {
        var last = question.Options.Last(option => option != question.Excludes);
        var sheet = PulseSheet.Read(
            new Dictionary<string, IReadOnlyList<string>> { ["exposure"] = ["physical_violence"], [question.Id] = [last.Id] }, out _)!;
        var round = PulseRoundId.New(DateTimeOffset.UtcNow);

        var answer = PulseAnswer.Of(round, unit: null, sheet, statKey: uint.MaxValue);
        var anew = answer.Anew(statKey: 7);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer[question], Is.EqualTo(last.Code));
            Assert.That(PulseQuestions.All.Select(one => answer[one]), Is.EqualTo(PulseQuestions.All.Select(one => sheet[one])));
            Assert.That(PulseQuestions.All.Select(one => anew[one]), Is.EqualTo(PulseQuestions.All.Select(one => sheet[one])));
            Assert.That((anew.RoundId, anew.UnitId, anew.StatKey), Is.EqualTo((round, answer.UnitId, 7L)));
            Assert.That(anew.Id, Is.Not.EqualTo(answer.Id));
            Assert.That(answer.Id.Version, Is.EqualTo(4), "a key with a time in it tells when the answer came");
        }
    }
}
