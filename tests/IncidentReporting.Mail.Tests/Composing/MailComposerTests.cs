using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Obligations;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Mail.Tests.Composing;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MailComposerTests : IDisposable
{
    private readonly MailHouse _house = new();

    public void Dispose() => _house.Dispose();

    [TestCase("sv", 2, "Senast: i dag 17.00 (lördag 21 november 2026)")]
    [TestCase("en", 2, "No later than: today 17:00 (Saturday 21 November 2026)")]
    [TestCase("sv", 24, "Senast: i morgon 15.00 (söndag 22 november 2026)")]
    [TestCase("sv", 24 * 5, "Senast: torsdag 26 november 2026 kl. 15.00")]
    [TestCase("sv", -1, "Tiden gick ut: i dag 14.00 (lördag 21 november 2026)")]
    public async Task Compose_Until_IsSaidInTheEmployersTime(string language, int hours, string expected)
    {
        var mail = await ComposeAsync(_house.Order() with { Until = MailHouse.Start.AddHours(hours) }, language);

        Assert.That(mail.Text.Split('\n'), Does.Contain(expected));
    }

    [Test]
    public async Task Compose_Reminder_SaysWhatToDoAndTheNumberInItsSubject()
    {
        var mail = await ComposeAsync(_house.Order());

        Assert.That(mail.Subject, Is.EqualTo("Påminnelse: Bekräfta och ta kontakt – ärende 2026-000123"));
    }

    [Test]
    public async Task Compose_Why_NamesRuleAndPart()
    {
        var mail = await ComposeAsync(_house.Order());

        Assert.That(mail.Text, Does.Contain("Varför får jag det här? Du ansvarar för ärendet. Regel R1 i"));
    }

    [TestCase(Party.Manager, true)]
    [TestCase(Party.NextManager, true)]
    [TestCase(Party.SafetyRepresentative, false)]
    public async Task Compose_FirstMail_BringsTheChecklistToWhoeverActs(Party party, bool expected)
    {
        var mail = await ComposeAsync(_house.Order(template: MailTemplate.NewReport) with { RecipientAs = party });

        Assert.That(mail.Text.Contains("Lämna ingen utan sällskap", StringComparison.Ordinal), Is.EqualTo(expected));
    }

    [Test]
    public async Task Compose_RepeatedInformation_CanBeTurnedOff()
    {
        var order = _house.Order(rule: "R17", template: MailTemplate.Information) with { RecipientAs = Party.Exposed };

        var mail = await ComposeAsync(order);

        Assert.That(mail.UnsubscribeUrl, Is.EqualTo("https://example.test/cases/2026-000123/information"));
        Assert.That(mail.Text, Does.Contain(mail.UnsubscribeUrl));
        Assert.That((await ComposeAsync(_house.Order())).UnsubscribeUrl, Is.Null);
    }

    [Test]
    public async Task Compose_ProtectedIdentity_UsesTheAlias()
    {
        var mail = await ComposeAsync(_house.Order(), alias: "Medarbetare 7");

        Assert.That(mail.ToName, Is.EqualTo("Medarbetare 7"));
    }

    [Test]
    public async Task Compose_MovedBooking_KeepsItsCalendarEntry()
    {
        var first = await ComposeAsync(_house.Order("booked:1", rule: "R9") with { BookedAt = MailHouse.Start.AddDays(1) });
        var moved = await ComposeAsync(_house.Order("booked:2", rule: "R9") with { BookedAt = MailHouse.Start.AddDays(2) });

        Assert.That(moved.Calendar!.Key, Is.EqualTo(first.Calendar!.Key));
        Assert.That(moved.Calendar.Start, Is.Not.EqualTo(first.Calendar.Start));
    }

    [Test]
    public async Task Compose_Link_IsEscapedInHtml()
    {
        var mail = await ComposeAsync(_house.Order() with { Link = "/cases?a=1&b=\"2\"" });

        Assert.That(mail.Html, Does.Contain("href=\"https://example.test/cases?a=1&amp;b=&quot;2&quot;\""));
    }

    private Task<ComposedMail> ComposeAsync(MailOrder order, string language = "sv", string? alias = null) => _house.InScopeAsync(async scope =>
    {
        var to = (await scope.GetRequiredService<IRecipients>().FindAsync(_house.Manager, CancellationToken.None))! with { Language = language, Alias = alias };
        return await scope.GetRequiredService<MailComposer>().ComposeAsync(OutboxMessage.From(order, MailHouse.Start), to, CancellationToken.None);
    });
}
