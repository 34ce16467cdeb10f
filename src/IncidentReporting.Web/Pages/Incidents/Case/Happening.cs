using IncidentReporting.Application.Incidents.ListTimeline;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>What happened, in a sentence, with as much of it as the reader sees in the case.</summary>
internal static class Happening
{
    public static string Words(TimelineItem item, IncidentView view)
    {
        var words = Known("what", item.What);
        return Detail(item, view) is { Length: > 0 } detail ? T("what_and", words, detail) : $"{words}.";
    }

    /// <summary>A note's own text, where the line is a note that the reader sees.</summary>
    public static CaseText? Quote(TimelineItem item, IncidentView view) => item.What switch
    {
        "note_added" => view.Notes.Value?.FirstOrDefault(note => note.Id == item.About)?.Text,
        "acknowledged" => view.Notes.Value?.FirstOrDefault(note => note.Audience == "exposed" && note.At == item.At)?.Text,
        _ => null,
    };

    private static string? Detail(TimelineItem item, IncidentView view) => item.What switch
    {
        "police_event" or "police_event_corrected" =>
            view.Police.Value?.Events.FirstOrDefault(step => step.Id == item.About) is { } step ? Lower(Codes.Label(CodeLists.PoliceStatuses, SnakeCase.Of(step.Status))) : null,
        "support_offered" or "support_answered" or "support_delivered" =>
            view.Support.Offers.Value?.FirstOrDefault(offer => offer.Id == item.About) is { } offer ? Lower(Codes.Label(CodeLists.SupportMeasures, offer.Measure)) : null,
        "notice_recorded" => view.Notifications.Value?.FirstOrDefault(notice => notice.Id == item.About) is { } notice
            ? $"{Codes.Label(CodeLists.NotificationAddressees, notice.Addressee)}, {Lower(Codes.Label(CodeLists.NotificationStatuses, notice.Status))}" : null,
        "action_planned" or "action_changed" or "action_co_signed" or "effect_checked" =>
            view.Actions.FirstOrDefault(action => action.Id == item.About) is { } action ? Lower(Codes.Label(CodeLists.ActionTypes, action.Type)) : null,
        "follow_up_held" or "follow_up_declined" =>
            view.FollowUps.Value?.FirstOrDefault(followUp => followUp.Id == item.About) is { } followUp ? Lower(Known("follow_up", followUp.Name).Split(" · ")[0]) : null,
        "corrected" => string.Join(", ", item.Fields.Select(field => Lower(Known("field", field))).Distinct(StringComparer.Ordinal)),
        _ => null,
    };

    private static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) && !text.StartsWith("Arbetsmilj", StringComparison.Ordinal)
            ? char.ToLower(text[0], System.Globalization.CultureInfo.CurrentCulture) + text[1..]
            : text;
}
