using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Mail;

/// <summary>Words a stored mail in its recipient's language at the moment it is sent.</summary>
internal sealed class MailComposer(IIncidentReportingDb db, IDigestTime digestTime, MailLinks links, ILinkSeal seal, TimeProvider time)
{
    private static readonly TimeSpan BookedLength = TimeSpan.FromHours(1);

    public async Task<ComposedMail> ComposeAsync(OutboxMessage message, Recipient to, CancellationToken cancellationToken)
    {
        var zone = (await digestTime.ForAsync(message.EmployerId, cancellationToken)).Zone;
        var writing = new Writing(to.Language == "en" ? "en" : "sv", zone, time.Now());
        return message.Template switch
        {
            MailTemplate.Digest => ComposeDigest(message, to, writing, await ItemsOfAsync(message, cancellationToken)),
            MailTemplate.PulseInvitation or MailTemplate.PulseReminder => ComposePulse(message, to, writing),
            _ => Compose(message, to, writing),
        };
    }

    public ComposedMail ComposeTest(Recipient to, string key)
    {
        var language = to.Language == "en" ? "en" : "sv";
        var body = new MailBody(language);
        body.Paragraph(MailTexts.Get("Hello", language));
        body.Paragraph(MailTexts.Get("TestBody", language));
        return new ComposedMail(
            key, key, to.DisplayName, to.Address, language, MailTexts.Get("TestSubject", language), body.ToText(), body.ToHtml(), null, null, time.Now());
    }

    private Task<List<DigestItem>> ItemsOfAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        db.Set<DigestItem>().AsNoTracking().Where(item => item.OutboxMessageId == message.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);

    private ComposedMail Compose(OutboxMessage message, Recipient to, Writing writing)
    {
        var language = writing.Language;
        var task = TaskOf(message.Template, message.Rule, message.RecipientAs, language);
        var subject = MailTexts.Format($"Subject_{message.Template}", language, task);
        if (message.Number is { } number)
        {
            subject = MailTexts.Format("SubjectWithCase", language, subject, number);
        }

        var body = new MailBody(language);
        body.Paragraph(MailTexts.Get("Hello", language));
        body.Paragraph(MailTexts.Get($"Body_{Standing(message)}", language));
        body.Paragraph(
            message.Number is null ? null : MailTexts.Format("CaseLine", language, message.Number),
            MailTexts.Format("TaskLine", language, task),
            message.DueAt is { } due ? writing.Until(due) : null,
            message.BookedAt is { } at ? MailTexts.Format("BookedLine", language, writing.When(at)) : null);
        if (message.LinkPath is { } path)
        {
            body.Paragraph(MailTexts.Get("Open", language), links.To(path));
        }

        if (message is { Template: MailTemplate.NewReport, RecipientAs: not (Party.SafetyRepresentative or Party.HeadSafetyRepresentative) })
        {
            AddChecklist(body, language);
        }

        var unsubscribe = message.Rule == "R17" ? links.TurnOff(message.LinkPath) : null;
        Close(body, message, language, unsubscribe);
        var calendar = message.BookedAt is { } start
            ? new CalendarEntry($"{message.ThreadKey}|{message.Rule}", start, start + BookedLength, subject, links.To(message.LinkPath))
            : null;
        return new ComposedMail(
            message.DedupKey, message.ThreadKey, to.DisplayName, to.Address, language, subject, body.ToText(), body.ToHtml(), calendar, unsubscribe, message.CreatedAt);
    }

    private ComposedMail ComposeDigest(OutboxMessage message, Recipient to, Writing writing, List<DigestItem> items)
    {
        var language = writing.Language;
        var ordered = items.OrderBy(item => item.DueAt ?? DateTimeOffset.MaxValue).ToList();
        var subject = MailTexts.Format(
            "Subject_Digest", language, items.Count == 1 ? MailTexts.Get("DigestOne", language) : MailTexts.Format("DigestMany", language, items.Count));
        var numbers = ordered.Select(item => item.Number).Distinct(StringComparer.Ordinal).ToList();
        if (numbers is [var first, ..])
        {
            subject = MailTexts.Format(numbers.Count == 1 ? "SubjectWithCase" : "SubjectWithCases", language, subject, first);
        }

        var body = new MailBody(language);
        body.Paragraph(MailTexts.Get("Hello", language));
        body.Paragraph(MailTexts.Get("Body_Digest", language));
        foreach (var item in ordered)
        {
            var task = TaskOf(MailTemplate.Reminder, item.Rule, Party.Manager, language);
            body.Paragraph(
                MailTexts.Format("DigestItem", language, item.Number, task),
                item.DueAt is { } due ? writing.Until(due) : null,
                WhyRule(item.Rule, language));
            if (item.LinkPath is { } path)
            {
                var url = links.To(path);
                body.Append(url, url);
            }
        }

        Close(body, message, language, null);
        return new ComposedMail(
            message.DedupKey, message.ThreadKey, to.DisplayName, to.Address, language, subject, body.ToText(), body.ToHtml(), null, null, message.CreatedAt);
    }

    // About nobody's case: what to do, that nobody can see who did, and the link, which is in the first mail only.
    private ComposedMail ComposePulse(OutboxMessage message, Recipient to, Writing writing)
    {
        var language = writing.Language;
        var body = new MailBody(language);
        body.Paragraph(MailTexts.Get("Hello", language));
        body.Paragraph(MailTexts.Get($"Body_{message.Template}", language));
        if (message.SealedLink is { } link)
        {
            body.Paragraph(MailTexts.Get("PulseOpen", language), links.To(seal.Open(link)));
        }

        body.Paragraph([message.DueAt is { } due ? writing.Until(due) : null]);
        body.Paragraph(MailTexts.Get("PulseAnonymous", language));
        AddHelp(body, language);
        body.Paragraph(MailTexts.Get("PulseWhy", language));
        return new ComposedMail(
            message.DedupKey, message.ThreadKey, to.DisplayName, to.Address, language, MailTexts.Get($"Subject_{message.Template}", language), body.ToText(), body.ToHtml(),
            null, null, message.CreatedAt);
    }

    private void AddHelp(MailBody body, string language)
    {
        var (support, law) = (links.To("/support"), links.To("/legal-protection"));
        body.Paragraph(MailTexts.Get("Support", language), support);
        body.Append(MailTexts.Get("LegalProtection", language));
        body.Append(law, law);
    }

    private void Close(MailBody body, OutboxMessage message, string language, string? unsubscribe)
    {
        AddHelp(body, language);
        body.Paragraph(MailTexts.Get("NoContent", language));
        body.Paragraph(MailTexts.Format(
            "Why", language, MailTexts.Get($"As_{message.RecipientAs?.ToString() ?? "None"}", language), WhyRule(message.Rule, language)));
        if (unsubscribe is not null)
        {
            body.Paragraph(MailTexts.Get("OptOut", language), unsubscribe);
        }
    }

    /// <summary>The page with what has happened and what one can get is the exposed person's; others are told of a task.</summary>
    private static MailTemplate Standing(OutboxMessage message) =>
        message is { Template: MailTemplate.Information, RecipientAs: not (null or Party.Exposed) } ? MailTemplate.Reminder : message.Template;

    private static void AddChecklist(MailBody body, string language) =>
        body.Paragraph(
            [MailTexts.Get("Checklist", language), .. Enumerable.Range(1, 4).Select(step => "- " + MailTexts.Get($"Checklist_{step}", language))]);

    private static string WhyRule(string rule, string language) =>
        IsFollowUpRule(rule) ? MailTexts.Format("WhyRule", language, rule) : MailTexts.Get("WhyEvent", language);

    private static bool IsFollowUpRule(string rule) =>
        rule is ['R', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>The template's own task, else the rule's; the recipient's part in the case can word either differently.</summary>
    private static string TaskOf(MailTemplate template, string rule, Party? party, string language) =>
        MailTexts.Find($"Task_{template}_{party}", language)
        ?? MailTexts.Find($"Task_{template}", language)
        ?? MailTexts.Find($"Task_{rule}_{party}", language)
        ?? MailTexts.Find($"Task_{rule}", language)
        ?? MailTexts.Get("Task_Default", language);

    private sealed record Writing(string Language, TimeZoneInfo Zone, DateTimeOffset Now)
    {
        public string Until(DateTimeOffset due) => MailTexts.Format(due < Now ? "OverdueLine" : "UntilLine", Language, When(due));

        public string When(DateTimeOffset at)
        {
            var culture = MailTexts.CultureOf(Language);
            var local = TimeZoneInfo.ConvertTime(at, Zone);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);
            var days = DateOnly.FromDateTime(local.DateTime).DayNumber - today.DayNumber;
            var key = days switch { 0 => "Today", 1 => "Tomorrow", _ => "OtherDay" };
            return MailTexts.Format(
                key, Language, local.ToString(Language == "en" ? "HH:mm" : "HH.mm", CultureInfo.InvariantCulture), local.ToString("dddd d MMMM yyyy", culture));
        }
    }
}
