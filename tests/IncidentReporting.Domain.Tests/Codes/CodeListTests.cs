using System.Reflection;
using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Tests.Codes;

[TestFixture]
internal sealed class CodeListTests
{
    private static readonly string[] Survey = ["threat_veiled", "threat_direct", "other_violation", "online_attack", "physical_violence"];

    [TestCaseSource(typeof(ExpectedIds), nameof(ExpectedIds.PerList))]
    public void List_OfItsSection_HoldsEveryId(CodeList list, int count, string[] ids)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Has.Length.EqualTo(count), "The expectation itself has lost an id.");
            Assert.That(list.Codes.Select(code => code.Id), Is.SupersetOf(ids));
        }
    }

    [Test]
    public void EveryList_WithAFile_HasItsNamedProperty()
    {
        var named = typeof(CodeLists).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(CodeList))
            .Select(property => ((CodeList)property.GetValue(null)!).Id);

        Assert.That(named, Is.EquivalentTo(CodeLists.All.Select(list => list.Id)));
    }

    [Test]
    public void EveryLabel_InBothLanguages_IsCompleteAndItsOwn()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var list in CodeLists.All)
            {
                Assert.That(list.Sv, Is.Not.Empty, list.Id);
                Assert.That(list.En, Is.Not.Empty, list.Id);
                Assert.That(list.Codes, Is.Not.Empty, list.Id);
                Assert.That(list.Codes.Select(code => code.Sv), Is.Unique, list.Id);
                Assert.That(list.Codes.Select(code => code.En), Is.Unique, list.Id);
                foreach (var code in list.Codes)
                {
                    Assert.That(code.Sv.Trim(), Is.Not.Empty.And.EqualTo(code.Sv), code.Id);
                    Assert.That(code.En.Trim(), Is.Not.Empty.And.EqualTo(code.En), code.Id);
                }
            }
        }
    }

    [Test]
    public void EveryId_InEveryList_IsLowerSnakeCaseWithDots() =>
        Assert.That(CodeLists.All.SelectMany(list => list.Codes).Select(code => code.Id), Has.All.Match("^[a-z0-9]+(_[a-z0-9]+)*(\\.[a-z0-9]+(_[a-z0-9]+)*)?$"));

    [Test]
    public void EveryLabel_ForPeople_AvoidsWordsThatBelittle()
    {
        var labels = CodeLists.All.SelectMany(list => list.Codes).SelectMany(code => (string[])[code.Sv, code.En]);

        Assert.That(labels, Has.None.Match("(?i)\\bminor\\b|lindrig|bagatell|trivial"));
    }

    [Test]
    public void Subkind_ByItsPrefix_BelongsToOneSurveyCategory()
    {
        var categories = CodeLists.IncidentKinds.Codes.Where(code => code.Is("category")).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(categories.Select(code => code.Id), Is.EqualTo(Survey));
            Assert.That(categories.Select(code => code.Properties["surveyNo"].GetInt32()), Is.EqualTo((int[])[1, 2, 3, 4, 5]));
            Assert.That(CodeLists.IncidentKinds.Codes.Select(code => SurveyCategory.Of(code.Id)).Distinct(), Is.EqualTo(Survey));
            Assert.That(Survey.Select(kind => kind + ".other"), Is.SubsetOf(CodeLists.IncidentKinds.Codes.Select(code => code.Id)));
            Assert.That(CodeLists.IncidentKinds.Contains("none"), Is.False, "None of these is an answer of the survey, never an incident.");
        }
    }

    [Test]
    public void AvDutySuggestion_OnKinds_StandsWhereTheAuthorityGivesItAsAnExample() =>
        Assert.That(CodeLists.IncidentKinds.Codes.Where(code => code.Is("avDutySuggestion")).Select(code => code.Id), Is.EquivalentTo((string[])[
            "threat_direct.death", "threat_direct.bomb", "threat_direct.weapon_shown", "other_violation.arson", "other_violation.blocked",
            "physical_violence.strangle", "physical_violence.sharp", "physical_violence.firearm", "physical_violence.hostage"]));

    [Test]
    public void VisionPopulation_OfOccupationalGroups_IsTheSurveysEightGroups() =>
        Assert.That(CodeLists.OccupationalGroups.Codes.Where(code => code.Is("inVisionPopulation")).ToList(), Has.Count.EqualTo(8));

    [Test]
    public void ActionTypes_ExceptOther_HaveALevel() =>
        Assert.That(
            CodeLists.ActionTypes.Codes.Where(code => !CodeLists.ActionLevels.Contains(code.Text("level"))).Select(code => code.Id),
            Is.EqualTo((string[])["other"]));

    [TestCase("sv", "Dödshot")]
    [TestCase("en", "Death threat")]
    [TestCase("en-GB", "Death threat")]
    [TestCase("de", "Dödshot")]
    public void Label_InALanguage_IsThatLanguagesOrSwedish(string language, string label) =>
        Assert.That(CodeLists.IncidentKinds.Label("threat_direct.death", language), Is.EqualTo(label));

    [Test]
    public void Label_OfAnIdTheListNoLongerHas_IsTheId() =>
        Assert.That(CodeLists.Channels.Label("telegraph", "sv"), Is.EqualTo("telegraph"));

    [Test]
    public void HoldsOn_OutsideTheListsDates_IsFalse()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CodeLists.Channels.HoldsOn("phone", new DateOnly(1990, 1, 1)), Is.True);
            Assert.That(CodeLists.Channels.HoldsOn("phone", new DateOnly(1989, 12, 31)), Is.False);
            Assert.That(CodeLists.Channels.HoldsOn("telegraph", new DateOnly(2025, 1, 1)), Is.False);
        }
    }

    [Test]
    public void List_WithAnIdTwice_IsRefused()
    {
        var code = new Code("phone", "Telefon", "Phone", null, null, new Dictionary<string, System.Text.Json.JsonElement>());

        Assert.That(() => new CodeList("channels", "C2", "Kanal", "Channel", null, null, [code, code]), Throws.InvalidOperationException.With.Message.Contains("phone"));
    }
}
