using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Api.Tests.Bodies;

internal sealed class JsonConverterTests
{
    [TestCase("2026-11-20T14:30:00+01:00", "2026-11-20T14:30:00+01:00")]
    [TestCase("2026-11-20T14:30:00.1239Z", "2026-11-20T15:30:00.123+01:00")]
    [TestCase("2026-06-20t14:30z", "2026-06-20T16:30:00+02:00")]
    public void Time_WithZone_IsShownInTheEmployersZoneInMilliseconds(string sent, string kept) =>
        Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<DateTimeOffset>($"\"{sent}\"", Json.Options), Json.Options), Is.EqualTo($"\"{kept}\""));

    [TestCase("2026-11-20T14:30:00")]
    [TestCase("2026-11-20")]
    [TestCase("2026-02-30T14:30:00Z")]
    public void Time_WithoutZoneOrThatIsNone_IsRefused(string sent) =>
        Assert.That(() => JsonSerializer.Deserialize<DateTimeOffset>($"\"{sent}\"", Json.Options), Throws.TypeOf<JsonException>());

    [TestCase("PT8H", 8 * 60)]
    [TestCase("P1D", 24 * 60)]
    [TestCase("-P1DT30M", -(24 * 60) - 30)]
    [TestCase("P2W", 14 * 24 * 60)]
    public void Duration_OfFixedLength_IsRead(string sent, int minutes) =>
        Assert.That(JsonSerializer.Deserialize<TimeSpan>($"\"{sent}\"", Json.Options), Is.EqualTo(TimeSpan.FromMinutes(minutes)));

    [TestCase("P1M")]
    [TestCase("P1Y")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("8:00:00")]
    public void Duration_OfUnknownLengthOrForm_IsRefused(string sent) =>
        Assert.That(() => JsonSerializer.Deserialize<TimeSpan>($"\"{sent}\"", Json.Options), Throws.TypeOf<JsonException>());

    [Test]
    public void Id_OfACase_IsAPlainUuid()
    {
        var id = new IncidentId(Guid.CreateVersion7());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonSerializer.Serialize(id, Json.Options), Is.EqualTo($"\"{id.Value}\""));
            Assert.That(JsonSerializer.Deserialize<IncidentId>($"\"{id.Value}\"", Json.Options), Is.EqualTo(id));
        }
    }

    [Test]
    public void State_OfACase_IsLowerSnakeCase() => Assert.That(JsonSerializer.Serialize(IncidentState.InProgress, Json.Options), Is.EqualTo("\"in_progress\""));

    [TestCase("2026-11-20", "2026-11-19T23:00:00Z")]
    [TestCase("2026-11-20T01:00:00+05:00", "2026-11-19T20:00:00Z")]
    public void DayOrTime_InItsZone_IsThatMoment(string sent, string moment) =>
        Assert.That(
            JsonSerializer.Deserialize<DateOrTime>($"\"{sent}\"", Json.Options).Instant(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")),
            Is.EqualTo(DateTimeOffset.Parse(moment)));
}
