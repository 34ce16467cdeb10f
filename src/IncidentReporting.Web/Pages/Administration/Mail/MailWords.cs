using System.Globalization;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Mail.List;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Administration.AdministrationTexts;

namespace IncidentReporting.Web.Pages.Administration.Mail;

internal static class MailWords
{
    public static IReadOnlyList<Choice> States => [.. Enum.GetValues<OutboxState>().Select(state => new Choice(SnakeCase.Of(state), State(state)))];

    public static string State(OutboxState state) => T($"mail.is.{SnakeCase.Of(state)}");

    public static string? Kind(OutboxState state) => state switch
    {
        OutboxState.Sent => "ok",
        OutboxState.Pending => "info",
        _ => "danger",
    };

    public static string What(MailMessageRow mail) => T($"mail.template.{SnakeCase.Of(mail.Template)}");

    /// <summary>The rule by what it asks for; other mails come of what happened.</summary>
    public static string Rule(string rule) =>
        RuleTitles.Rules.Contains(rule) ? T("mail.rule.name", rule, RuleTitles.For(rule, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)) : T("mail.rule.event");

    /// <summary>Where the conversation with the mail server ended, for whoever mends it.</summary>
    public static string Fault(string phase, int? code) => code is { } digits ? T("mail.fault.code", phase, digits) : T("mail.fault.phase", phase);
}
