using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Views;

/// <summary>Shows a case to one reader: everything the mask lets through, and the names of what it keeps.</summary>
internal sealed partial class IncidentViewer(
    Incident incident, IReadOnlyList<CaseRole> roles, ICurrentUser user, OrgChart chart, DateTimeOffset now, INameGiver? names = null)
{
    /// <summary>Withheld where an alias stands for who was hit.</summary>
    public const string HiddenPerson = "exposed.userId";

    private readonly List<string> _withheld = [];
    private readonly INameGiver _names = names ?? new NameGiver(chart, user, roles, incident);

    // A withdrawn report's text is sealed: only whoever it is about, and whoever wrote it, still reads it.
    private bool TextSealed => incident.State == IncidentState.Withdrawn && !roles.Contains(CaseRole.Exposed) && !roles.Contains(CaseRole.Reporter);

    public IncidentView Show(IReadOnlyList<Obligation> obligations)
    {
        var report = incident.Report;
        var health = new HealthSight(incident, roles);
        var police = FieldMask.ShowsAll(FieldGroup.Police, roles);
        return new IncidentView
        {
            Id = incident.Id,
            Number = incident.Number,
            State = incident.State,
            Version = incident.Version,
            Unit = new UnitRef(incident.UnitId, chart.Unit(incident.UnitId)?.Name ?? string.Empty),
            Reporter = _names.Of(incident.ReporterId),
            CreatedAt = incident.CreatedAt,
            SubmittedAt = incident.SubmittedAt,
            AcknowledgedAt = incident.AcknowledgedAt,
            ClosedAt = incident.ClosedAt,
            Kinds = report.Kinds,
            OccurredAt = report.OccurredAt,
            OccurredPrecision = report.OccurredPrecision,
            SafeNow = report.SafeNow,
            Description = Keep("description", MayReadText("description"), report.Description),
            Exposed = [.. incident.Exposed.Select(Exposed)],
            Channels = report.Channels,
            Platform = Keep("platform", MayReadText("platform"), report.Platform),
            Place = report.Place,
            Situations = report.Situations,
            OnDutyState = report.OnDutyState,
            Counterpart = Counterpart(),
            Consequences = Keep("consequences", health.ShowsConsequences && !TextSealed, report.Consequences),
            PerceivedSeverity = Keep("perceivedSeverity", health.ShowsConsequences, report.PerceivedSeverity),
            HateMotives = Keep("hateMotives", MayReadText("hateMotives"), report.HateMotives),
            Wishes = Keep("wishes", health.ShowsConsequences && !TextSealed, new WishesView(report.WishedSupport, report.WishedContactBy, report.WishesText)),
            BypassManager = report.BypassManager,
            ProtectedIdentity = report.ProtectedIdentity,
            CampaignId = report.CampaignId,
            Share = Keep("share", incident.ExposedAs(user.Id) is not null, OwnShare()),
            InformationDeclined = Keep("informationDeclined", roles.Contains(CaseRole.Exposed), incident.InformationDeclined),
            TakenOver = incident.TakenOver,
            Handler = incident.HandlerId is { } handler ? _names.Of(handler) : null,
            Assessment = Keep("assessment", FieldMask.ShowsAll(FieldGroup.Narrative, roles), Assessment()),
            AvDutySuggested = incident.SuggestsNotifying,
            Support = Support(health),
            Influence = OwnInfluence(),
            Police = Keep("police", police, police ? Police() : null),
            Notifications = Keep<IReadOnlyList<NotificationView>>("notifications", police, [.. incident.Notices.OrderBy(notice => notice.RecordedAt).Select(Notification)]),
            Actions = Actions(),
            FollowUps = Keep<IReadOnlyList<FollowUpView>>(
                "followUps", FieldMask.ShowsAll(FieldGroup.Narrative, roles), [.. incident.FollowUps.OrderBy(followUp => followUp.Day).Select(FollowUp)]),
            Attachments = Attachments(),
            Takedowns = Takedowns(),
            Notes = Notes(),
            Corrections = Corrections(health),
            Closure = Keep("closure", FieldMask.ShowsAll(FieldGroup.Narrative, roles), Closure()),
            Unmet = Keep("unmet", FieldMask.ShowsAll(FieldGroup.Narrative, roles), Unmet()),
            DuplicateOf = incident.DuplicateOf,
            Exclusions = Exclusions(),
            IdentityReveals = Reveals(),
            Obligations = Obligations(obligations),
            YourRoles = roles,
            AllowedActions = CasePermissions.AllowedTo(incident, roles),
            BlockedActions = CasePermissions.BlockedTo(incident, roles),
            Withheld = _withheld,
        };
    }

    private bool MayReadText(string field) => !TextSealed && FieldMask.Of(FieldGroup.Narrative, roles) switch
    {
        Sight.All => true,
        Sight.Own => IsOwnWording(field),
        _ => false,
    };

    // Who sees only her own text does not see what somebody else has written in its place.
    private bool IsOwnWording(string field) => !incident.Corrections.Any(correction => correction.Field == field && correction.By != user.Id);

    private Shown<T> Keep<T>(string name, bool shown, T? value)
    {
        if (shown)
        {
            return Shown.Of<T>(value);
        }

        _withheld.Add(name);
        return default;
    }

    private ExposedView Exposed(ExposedPerson exposed)
    {
        var alias = exposed.UserId is { } hit ? incident.AliasOf(hit, user.Id) : null;
        if (alias is not null && !_withheld.Contains(HiddenPerson))
        {
            _withheld.Add(HiddenPerson);
        }

        return new ExposedView(
            exposed.Id, exposed.UserId == user.Id, alias is null ? exposed.UserId : null,
            alias?.Name ?? (exposed.UserId is { } person ? _names.Of(person).Name : null), exposed.Role, exposed.OccupationalGroup);
    }

    // Who is kept out concerns whoever can change it, and who manages; each sees with it why.
    private Shown<IReadOnlyList<ExclusionView>> Exclusions() => Keep<IReadOnlyList<ExclusionView>>(
        "exclusions",
        roles.Any(role => role == CaseRole.Manager || CasePermissions.RolesFor(CaseAction.Exclude).Contains(role)),
        [
            .. incident.Exclusions.OrderBy(exclusion => exclusion.At).Select(exclusion => new ExclusionView(
                exclusion.Id, _names.Of(exclusion.UserId), exclusion.At, _names.Of(exclusion.By), exclusion.ByRole, exclusion.Reason, exclusion.LiftedAt,
                exclusion.LiftedBy is { } by ? _names.Of(by) : null, MayLift(exclusion))),
        ]);

    private bool MayLift(Exclusion exclusion) =>
        exclusion.Stands && incident.Permits(CaseAction.Exclude) && CasePermissions.RoleFor(CaseAction.Exclude, incident, roles) is { } role && exclusion.IsLiftedBy(role);

    private Shown<IReadOnlyList<RevealView>> Reveals()
    {
        var all = roles.Contains(CaseRole.Exposed);
        var shown = incident.Reveals.Where(reveal => all || reveal.By == user.Id).OrderBy(reveal => reveal.At)
            .Select(reveal => new RevealView(reveal.Id, reveal.At, _names.Of(reveal.By), reveal.ByRole, reveal.Reason)).ToList();
        return all || shown.Count > 0 || incident.HidesIdentities
            ? Keep<IReadOnlyList<RevealView>>("identityReveals", all || shown.Count > 0, shown)
            : default;
    }

    private CounterpartView Counterpart()
    {
        var report = incident.Report;
        var sight = FieldMask.Of(FieldGroup.CounterpartIdentity, roles);
        var shown = !TextSealed && (sight is Sight.All || (sight == Sight.Own && IsOwnWording("counterpart.identity")) || (sight == Sight.IfGround && report.CounterpartIdentityGround is not null));
        return new CounterpartView
        {
            Relation = report.CounterpartRelation,
            Count = report.CounterpartCount,
            Repeat = report.CounterpartRepeat,
            Age = report.CounterpartAge,
            Identity = Keep("counterpart.identity", shown, report.CounterpartIdentity),
            IdentityGround = Keep("counterpart.identityGround", shown, report.CounterpartIdentityGround),
            UserId = Keep<UserId?>("counterpart.userId", shown, report.CounterpartUserId),
        };
    }

    private ShareView? OwnShare() =>
        incident.ExposedAs(user.Id) is { } self
            ? new(self.SharesConsequencesWithRepresentative, self.SharesRatingsWithManager, self.SharesRatingsWithRepresentative)
            : null;

    private Shown<InfluenceView> OwnInfluence()
    {
        var self = incident.ExposedAs(user.Id);
        var own = self is null ? null : incident.Influences.FirstOrDefault(note => note.ExposedId == self.Id);
        return Keep("influence", self is not null || incident.IsDraft, own is null ? null : new InfluenceView(own.Purpose, own.Outcomes, own.Intervention, own.At));
    }

    private Shown<IReadOnlyList<NoteView>> Notes()
    {
        var all = FieldMask.ShowsAll(FieldGroup.Narrative, roles) && !TextSealed;
        var shown = incident.Notes.Where(MayRead).OrderBy(note => note.At)
            .Select(note => new NoteView(note.Id, note.At, _names.Of(note.By), note.ByRole, note.Audience, note.Text)).ToList();
        var listed = all || shown.Count > 0 || FieldMask.Of(FieldGroup.Narrative, roles) == Sight.Own;
        if (listed && !all)
        {
            _withheld.Add("notes.others");
        }
        else if (listed && !FieldMask.ShowsAll(FieldGroup.Handling, roles))
        {
            _withheld.Add("notes.handlers");
        }

        return Keep<IReadOnlyList<NoteView>>("notes", listed, shown);
    }

    private bool MayRead(CaseNote note) => note.By == user.Id || (!TextSealed && note.Audience switch
    {
        "handlers" => FieldMask.ShowsAll(FieldGroup.Handling, roles),
        "exposed" => roles.Contains(CaseRole.Exposed) || FieldMask.ShowsAll(FieldGroup.Handling, roles),
        _ => FieldMask.ShowsAll(FieldGroup.Narrative, roles),
    });

    private IReadOnlyList<CorrectionView> Corrections(HealthSight health) =>
    [
        .. incident.Corrections
            .Where(correction => MayRead(ReportFields.All.First(field => field.Name == correction.Field).Group, correction, health))
            .OrderBy(correction => correction.At)
            .Select(correction => new CorrectionView(correction.Id, correction.At, _names.Of(correction.By), correction.Field, correction.Before)),
    ];

    private bool MayRead(FieldGroup group, Correction correction, HealthSight health) => !TextSealed && group switch
    {
        FieldGroup.Core => true,
        FieldGroup.Health => health.ShowsConsequences,
        FieldGroup.CounterpartIdentity => roles.Contains(CaseRole.Exposed) || correction.By == user.Id,
        _ => FieldMask.ShowsAll(group, roles) || correction.By == user.Id,
    };
}
