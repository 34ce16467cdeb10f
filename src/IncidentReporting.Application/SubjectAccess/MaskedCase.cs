using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.SubjectAccess;

/// <summary>A case as one person may read it, with everybody else taken out of it.</summary>
internal static class MaskedCase
{
    private static readonly string[] Counterpart = ["counterpart.identity", "counterpart.userId"];

    // What is said of several persons who were hit at once is said of each; only she who wrote it knows of whom.
    private static readonly string[] OfSeveral = ["consequences", "perceivedSeverity", "hateMotives", "wishes"];

    // These name whoever captured, saw or published it; of what she sent herself she knows.
    private static readonly string[] OfEvidence = ["attachments.capturedBy", "attachments.witnessOfCapture", "attachments.accountHandle"];

    // Nobody knows any more who wrote it.
    private static readonly string[] OfTakedowns = ["takedowns.note"];

    // Shown to nobody but herself, whoever asks on her behalf.
    private static readonly string[] HersAlone = ["influence", "support.ratings"];

    /// <param name="own">What she is to the case: exposed, reporter or both.</param>
    /// <param name="isHerself">False where another answers for her.</param>
    public static IncidentView Of(Incident incident, IReadOnlyList<CaseRole> own, ICurrentUser subject, bool isHerself, OrgChart chart, DateTimeOffset now)
    {
        var view = new IncidentViewer(incident, own, subject, chart, now, new MaskedNames(incident, chart, subject, now)).Show([]);
        var self = incident.ExposedAs(subject.Id)?.Id;
        var others = incident.Exposed.Any(exposed => exposed.Id != self && exposed.UserId is not null);
        var tellsOfOthers = others && !own.Contains(CaseRole.Reporter);
        var files = Each(view.Attachments, file => file.ReceivedFrom.Id == subject.Id ? file : Masked(file));
        var takedowns = Each(view.Takedowns, Masked);
        string[] kept =
        [
            .. Counterpart,
            .. tellsOfOthers ? OfSeveral : [],
            .. files.Value is not null && !files.Value.SequenceEqual(view.Attachments.Value!) ? OfEvidence : [],
            .. takedowns.Value is not null && !takedowns.Value.SequenceEqual(view.Takedowns.Value!) ? OfTakedowns : [],
            .. isHerself ? [] : HersAlone,
        ];
        return view with
        {
            Exposed = [.. view.Exposed.Select(exposed => exposed.Self ? exposed : exposed with { UserId = null, Name = exposed.UserId is null ? null : SubjectTexts.Part("exposed"), OccupationalGroup = null })],
            Counterpart = view.Counterpart with { Identity = default, UserId = default },
            Consequences = tellsOfOthers ? default : view.Consequences,
            PerceivedSeverity = tellsOfOthers ? default : view.PerceivedSeverity,
            HateMotives = tellsOfOthers ? default : view.HateMotives,
            Wishes = tellsOfOthers ? default : view.Wishes,
            Corrections = [.. view.Corrections.Where(correction => !correction.Field.StartsWith("counterpart.identity", StringComparison.Ordinal) && correction.Field != "counterpart.userId" && !kept.Contains(correction.Field))],
            Influence = isHerself ? view.Influence : default,
            Support = view.Support with
            {
                Offers = Only(view.Support.Offers, offer => offer.ExposedId == self || (offer.ExposedId is null && !others)),
                Ratings = isHerself ? Only(view.Support.Ratings, rating => rating.ExposedId == self) : default,
            },
            Attachments = files,
            Takedowns = takedowns,
            AllowedActions = [],
            Withheld = [.. view.Withheld.Union(kept).Order(StringComparer.Ordinal)],
        };
    }

    private static AttachmentView Masked(AttachmentView file) => file with { CapturedBy = null, WitnessOfCapture = null, AccountHandle = null };

    private static TakedownView Masked(TakedownView asked) => asked with { Note = null };

    private static Shown<IReadOnlyList<T>> Each<T>(Shown<IReadOnlyList<T>> shown, Func<T, T> masked) =>
        shown.Value is { } all ? Shown.Of<IReadOnlyList<T>>([.. all.Select(masked)]) : shown;

    private static Shown<IReadOnlyList<T>> Only<T>(Shown<IReadOnlyList<T>> shown, Func<T, bool> hers) =>
        shown.IsShown ? Shown.Of<IReadOnlyList<T>>([.. shown.Value!.Where(hers)]) : default;
}
