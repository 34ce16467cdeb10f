using FsCheck;
using FsCheck.Fluent;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Domain.Tests.Obligations;

public sealed class IsoDurationTests
{
    [TestCase("PT8H")]
    [TestCase("PT24H")]
    [TestCase("PT72H")]
    [TestCase("-P14D")]
    [TestCase("P3M")]
    [TestCase("P1Y2M3W4DT5H6M7S")]
    [TestCase("PT0.5S")]
    [TestCase("PT0S")]
    [TestCase("PT90M")]
    public void IsoDuration_ReadAndWritten_KeepsItsForm(string text) => Assert.That(IsoDuration.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase("")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("P1DT")]
    [TestCase("8H")]
    [TestCase("PT8")]
    [TestCase("P1H")]
    [TestCase("PT1.H")]
    [TestCase("P999999D")]
    [TestCase("PT8H\n ")]
    [TestCase(null)]
    public void IsoDuration_OfAnotherForm_IsRefused(string? text) => Assert.That(IsoDuration.TryParse(text, out _), Is.False);

    [Test]
    public void IsoDuration_OfParts_RoundTrips() =>
        Prop.ForAll((NonNegativeInt days, NonNegativeInt hours) =>
        {
            var one = IsoDuration.Days(days.Get % 10_000).Plus(IsoDuration.Hours(hours.Get % 10_000));
            return IsoDuration.Parse(one.ToString()).Approximate == one.Approximate
                && IsoDuration.Parse(one.Times(-1).ToString()).Approximate == -one.Approximate;
        }).QuickCheckThrowOnFailure();
}
