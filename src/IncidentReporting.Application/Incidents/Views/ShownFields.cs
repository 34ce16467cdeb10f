namespace IncidentReporting.Application.Incidents.Views;

/// <summary>The parts of a case that its reader was shown and that hold something, by the names that they have where they are withheld. What every reader of a case sees is <c>core</c>.</summary>
internal static class ShownFields
{
    public const string Core = "core";
    public const string Events = "events";
    public const string OnwardDisclosures = "onwardDisclosures";
    public const string Attachments = "attachments";
    public const string Identity = "counterpart.identity";

    public static string Of(IncidentView view) => string.Join(',', Names(view));

    /// <summary>Only those that were asked for, after what every reader sees.</summary>
    public static string Of(IncidentView view, IEnumerable<string> asked) => string.Join(',', Names(view).Where(name => name == Core || asked.Contains(name, StringComparer.Ordinal)));

    private static IEnumerable<string> Names(IncidentView view)
    {
        yield return Core;
        (string Name, bool IsThere)[] parts =
        [
            ("description", view.Description.Value is not null),
            ("platform", view.Platform.Value is not null),
            (Identity, view.Counterpart.Identity.Value is not null || view.Counterpart.UserId.Value is not null),
            ("consequences", view.Consequences.Value is { Count: > 0 }),
            ("perceivedSeverity", view.PerceivedSeverity.Value is not null),
            ("hateMotives", view.HateMotives.Value is { Count: > 0 }),
            ("wishes", view.Wishes.Value is { } wishes && (wishes.Support.Count > 0 || wishes.ContactBy is not null || wishes.Text is not null)),
            ("assessment", view.Assessment.Value is not null),
            ("support.offers", view.Support.Offers.Value is { Count: > 0 }),
            ("support.ratings", view.Support.Ratings.Value is { Count: > 0 }),
            ("influence", view.Influence.Value is not null),
            ("police", view.Police.Value is { Events.Count: > 0 }),
            ("notifications", view.Notifications.Value is { Count: > 0 }),
            ("actions.description", view.Actions.Any(action => action.Description.IsShown)),
            ("followUps", view.FollowUps.Value?.Any(followUp => followUp.HeldAt is not null) ?? false),
            (Attachments, view.Attachments.Value is { Count: > 0 }),
            ("takedowns", view.Takedowns.Value is { Count: > 0 }),
            ("notes", view.Notes.Value is { Count: > 0 }),
            ("corrections", view.Corrections.Count > 0),
            ("closure", view.Closure.Value is not null),
        ];
        foreach (var (name, _) in parts.Where(part => part.IsThere))
        {
            yield return name;
        }
    }
}
