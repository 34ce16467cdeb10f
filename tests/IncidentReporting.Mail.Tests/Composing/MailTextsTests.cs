using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Obligations;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Mail.Tests.Composing;

/// <summary>No mail tells what a case is about, in no language, by no rule, to nobody.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class MailTextsTests : IDisposable
{
    private static readonly string[] Rules = [.. Enumerable.Range(1, 28).Select(number => $"R{number}"), "closure"];

    // Words of plain answers, which say nothing of a case.
    private static readonly string[] Harmless = ["ja", "nej", "yes", "no"];
    private readonly MailHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Test]
    public async Task Compose_EveryTemplateRulePartAndLanguage_HoldsNoLabelOfTheCodeLists([Values] MailTemplate template, [Values("sv", "en")] string language)
    {
        var labels = Labels();
        var found = new SortedSet<string>(StringComparer.Ordinal);

        // Many mails share most of their lines.
        foreach (var line in (await AllAsync(template, language)).SelectMany(mail => mail.Text.Split('\n').Append(mail.Subject)).Distinct(StringComparer.Ordinal))
        {
            var words = $" {Words().Replace(line.ToLowerInvariant(), " ")} ";
            found.UnionWith(labels.Where(label => words.Contains($" {label} ", StringComparison.Ordinal)));
        }

        Assert.That(labels, Has.Count.GreaterThan(300));
        Assert.That(found, Is.Empty);
    }

    [Test]
    public async Task Compose_EveryTemplateRulePartAndLanguage_FillsEveryPlace([Values] MailTemplate template, [Values("sv", "en")] string language)
    {
        foreach (var mail in await AllAsync(template, language))
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(mail.Subject + mail.Text + mail.Html, Does.Not.Contain("{").And.Not.Contain("}"));
                Assert.That(template is MailTemplate.Digest or MailTemplate.PulseInvitation or MailTemplate.PulseReminder || mail.Subject.Contains("2026-000123", StringComparison.Ordinal), mail.Subject);
                Assert.That(mail.Text, Does.Contain(language == "sv" ? "Varför får jag det här?" : "Why do I get this?"));
                Assert.That(mail.Text, Does.Contain("https://example.test/support").And.Contain("https://example.test/legal-protection"));
            }
        }
    }

    [Test]
    public void Texts_SwedishAndEnglish_HaveTheSameKeysAndPlaces()
    {
        var resources = new ResourceManager("IncidentReporting.Application.Mail.MailTexts", typeof(MailTemplate).Assembly);
        var swedish = Read(resources.GetResourceSet(CultureInfo.InvariantCulture, true, false)!);
        var english = Read(resources.GetResourceSet(CultureInfo.GetCultureInfo("en"), true, false)!);

        Assert.That(english.Keys, Is.EquivalentTo(swedish.Keys));
        foreach (var (key, text) in swedish)
        {
            Assert.That(Places(english[key]), Is.EqualTo(Places(text)), key);
        }
    }

    [Test]
    public void Texts_EveryTemplateAndRule_HasItsWords()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var template in Enum.GetNames<MailTemplate>())
            {
                Assert.That(MailTexts.Find($"Subject_{template}", "sv"), Is.Not.Null, template);
                Assert.That(MailTexts.Find($"Body_{template}", "sv"), Is.Not.Null, template);
            }

            foreach (var party in Enum.GetNames<Party>())
            {
                Assert.That(MailTexts.Find($"As_{party}", "sv"), Is.Not.Null, party);
            }

            foreach (var rule in Rules[..^1])
            {
                Assert.That(MailTexts.Find($"Task_{rule}", "sv"), Is.Not.Null, rule);
            }
        }
    }

    private static Dictionary<string, string> Read(ResourceSet set) =>
        set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    private static HashSet<string> Labels() =>
    [
        .. CodeLists.All
            .Where(list => list.Section.StartsWith('C'))
            .SelectMany(list => list.Codes)
            .SelectMany(code => new[] { code.Sv, code.En })
            .Select(label => Words().Replace(label.ToLowerInvariant(), " ").Trim())
            .Where(label => label.Length > 0 && !label.All(char.IsDigit))
            .Except(Harmless, StringComparer.Ordinal),
    ];

    private Task<List<ComposedMail>> AllAsync(MailTemplate template, string language) => _house.InScopeAsync(async scope =>
    {
        var composer = scope.GetRequiredService<MailComposer>();
        var to = (await scope.GetRequiredService<IRecipients>().FindAsync(_house.Manager, CancellationToken.None))! with { Language = language };
        var mails = new List<ComposedMail>();
        foreach (var rule in Rules)
        {
            foreach (var party in Enum.GetValues<Party>().Cast<Party?>().Append(null))
            {
                var order = _house.Order(rule: rule, template: template) with { RecipientAs = party, BookedAt = MailHouse.Start.AddDays(3) };
                mails.Add(await composer.ComposeAsync(OutboxMessage.From(order, MailHouse.Start), to, CancellationToken.None));
            }
        }

        return mails;
    });

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
