using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Views;

/// <summary>Shows a case to one reader: everything the mask lets through, and the names of what it keeps.</summary>
internal sealed class IncidentViewer(
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

    private AssessmentView? Assessment() => incident.Assessment is not { } given ? null : new(
        given.Danger, given.AvDuty, given.AvReason, given.Injury, given.Staffing, given.Alarm, given.RiskAssessedBefore, given.PoliceAssistance,
        given.Circumstances, given.Text, incident.AssessedAt);

    private SupportView Support(HealthSight health) => new()
    {
        State = incident.SupportState,
        Offers = Keep<IReadOnlyList<OfferView>>("support.offers", health.ShowsConsequences, [.. incident.Offers.OrderBy(offer => offer.OfferedAt).Select(Offer)]),
        Ratings = Ratings(health),
    };

    private Shown<IReadOnlyList<RatingView>> Ratings(HealthSight health)
    {
        var shown = incident.Ratings.Where(rating => health.ShowsRatingsOf(rating.ExposedId, user)).OrderBy(rating => rating.At)
            .Select(rating => new RatingView(rating.Id, rating.ExposedId, rating.Adequacy, rating.Comment, rating.At)).ToList();
        return Keep<IReadOnlyList<RatingView>>("support.ratings", shown.Count > 0 || health.ShowsSomeRatings(user), shown);
    }

    private OfferView Offer(SupportOffer offer) => new(
        offer.Id, offer.ExposedId, offer.Measure, offer.Note, offer.OfferedAt, _names.Of(offer.OfferedBy), offer.Answer, offer.AnsweredAt,
        offer.DeliveredAt, offer.CompletedAt, offer.ExpiresOn);

    private PoliceView Police() => new(
        incident.PoliceStatus,
        incident.PoliceCaseNumber,
        [.. incident.Police.OrderBy(step => step.RecordedAt).Select(step => new PoliceEventView(
            step.Id, step.Status, step.At, step.RecordedAt, _names.Of(step.RecordedBy), step.Source, step.CaseNumber, step.ReportedBy, step.Reasons,
            step.ExposedAgrees, step.ReviewOn, step.TrialOn, step.Note, step.Corrects, step.IsCorrected))],
        PoliceOrder.After(incident.PoliceStatus),
        incident.PoliceCorrectableTo);

    private NotificationView Notification(AuthorityNotice notice) => new(
        notice.Id, notice.Addressee, notice.Status, notice.At, notice.RecordedAt, _names.Of(notice.RecordedBy), notice.Reason, notice.Reference);

    private IReadOnlyList<ActionView> Actions()
    {
        var all = FieldMask.ShowsAll(FieldGroup.Actions, roles);
        if (!all)
        {
            _withheld.AddRange(["actions.description", "actions.owner", "actions.reason"]);
        }

        return [.. incident.Actions.OrderBy(action => action.PlannedAt).Select(action => Action(action, all))];
    }

    private ActionView Action(PreventiveAction action, bool all) =>
        new()
        {
            Id = action.Id,
            Type = action.Type,
            State = action.State,
            Next = action.Next,
            DueOn = action.DueOn,
            Overdue = !action.IsSettled && action.DueOn < chart.DayOf(now),
            Description = all ? Shown.Of<CaseText>(action.Description) : default,
            Owner = all ? Shown.Of<PersonRef>(_names.Of(action.OwnerId)) : default,
            RepTookPart = action.RepTookPart,
            CoSignedBy = all ? Shown.Of<PersonRef>(action.CoSignedBy is { } signer ? _names.Of(signer) : null) : default,
            CoSignedAt = action.CoSignedAt,
            PlannedAt = action.PlannedAt,
            DoneAt = action.DoneAt,
            Reason = all ? Shown.Of<CaseText>(action.Reason) : default,
            Effect = action.Effect,
            EffectCheckedAt = action.EffectCheckedAt,
            ExpiresOn = action.ExpiresOn,
        };

    private FollowUpView FollowUp(FollowUp followUp) => new(
        followUp.Id, $"D{followUp.Day}", followUp.Rule, followUp.DueAt,
        followUp.SettledAt is null ? (followUp.DueAt < now ? "overdue" : "planned") : followUp.Declined ? "declined" : "held",
        followUp.HeldAt, followUp.Summary, followUp.NewRisks, followUp.Declined);

    // Whoever sees only part of a list is told so by a name of its own: the list itself is there.
    private Shown<IReadOnlyList<AttachmentView>> Attachments()
    {
        var all = FieldMask.ShowsAll(FieldGroup.Narrative, roles) && !TextSealed;
        var shown = incident.Attachments.Where(MayOpen).OrderBy(attachment => attachment.At).Select(Attachment).ToList();
        var listed = all || shown.Count > 0 || FieldMask.Of(FieldGroup.Narrative, roles) == Sight.Own;
        if (listed && !all)
        {
            _withheld.Add("attachments.others");
        }

        return Keep<IReadOnlyList<AttachmentView>>("attachments", listed, shown);
    }

    /// <summary>Evidence is part of the narrative; a reporter opens her own.</summary>
    public bool MayOpen(Attachment attachment) =>
        !TextSealed && (FieldMask.ShowsAll(FieldGroup.Narrative, roles)
            || (attachment.By == user.Id && FieldMask.Of(FieldGroup.Narrative, roles) == Sight.Own));

    public AttachmentView Attachment(Attachment attachment) => new(
        attachment.Id, attachment.Type, attachment.FileName, attachment.MediaType, attachment.Size, attachment.Sha256, attachment.At,
        _names.Of(attachment.By), attachment.CapturedAt, attachment.CapturedBy, attachment.Url, attachment.AccountHandle, attachment.Platform,
        attachment.OriginalKeptWhere, attachment.WitnessOfCapture, attachment.Description, new ScanView(attachment.Scan, attachment.ScannedAt, attachment.ScanFinding));

    // What is asked to be removed tells what was published: as much of the narrative as the evidence itself.
    private Shown<IReadOnlyList<TakedownView>> Takedowns() => Keep<IReadOnlyList<TakedownView>>(
        "takedowns", FieldMask.ShowsAll(FieldGroup.Narrative, roles) && !TextSealed, [.. incident.Takedowns.OrderBy(takedown => takedown.RequestedAt).Select(Takedown)]);

    private TakedownView Takedown(Takedown takedown) => new(
        takedown.Id, takedown.AttachmentId, takedown.Platform, takedown.Url, takedown.Reference, takedown.RequestedAt, _names.Of(takedown.RecordedBy),
        takedown.Answer, takedown.AnsweredAt, takedown.Note,
        takedown is { Answer: "removed", AnsweredAt: { } removed } ? [.. Domain.Incidents.Takedown.RecheckDays.Select(days => chart.DayOf(removed).AddDays(days))] : []);

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

    private ClosureView? Closure()
    {
        if (incident.Proposals.MaxBy(proposal => proposal.ProposedAt) is not { } proposal)
        {
            return null;
        }

        var pending = proposal.SettledAt is null;
        return new ClosureView(
            proposal.Reason, proposal.Summary, proposal.Receiver, proposal.ProposedAt, _names.Of(proposal.ProposedBy), pending, pending && incident.IsObjected,
            [.. incident.Answers.Where(answer => answer.ProposalId == proposal.Id).OrderBy(answer => answer.At).Select(answer => new ClosureAnswerView(
                answer.ExposedId, _names.Of(answer.By), answer.ByRole, answer.Agrees, answer.Comment, answer.At))],
            [.. incident.ClosureGuards.Where(guard => !guard.IsMet && pending).Select(guard => guard.Code)]);
    }

    private IReadOnlyList<string> Unmet() =>
        incident.Permits(CaseAction.ProposeClosure) ? [.. incident.ClosureGuards.Where(guard => !guard.IsMet).Select(guard => guard.Code)] : [];

    private IReadOnlyList<ObligationView> Obligations(IReadOnlyList<Obligation> obligations)
    {
        var onlyStatus = roles.All(role => role == CaseRole.Reporter);
        if (onlyStatus)
        {
            _withheld.AddRange(["obligations.ground", "obligations.responsible"]);
        }

        return [.. obligations.OrderBy(obligation => obligation.DueAt).Select(obligation => Obligation(obligation, onlyStatus))];
    }

    private ObligationView Obligation(Obligation obligation, bool onlyStatus) =>
        new()
        {
            Id = obligation.Id,
            Rule = obligation.Rule,
            Title = obligation.Title(user.Language),
            Ground = onlyStatus ? default : Shown.Of<string>(obligation.Ground(user.Language)),
            Responsible = onlyStatus ? default : Shown.Of<ResponsibleView>(new ResponsibleView(
                SnakeCase.Of(obligation.ResponsibleParty),
                obligation.ResponsibleUserId is { } responsible ? _names.Of(responsible).Name : null,
                obligation.ResponsibleUserId is { } known ? _names.Of(known).Id : null)),
            DueAt = obligation.DueAt,
            State = obligation.StateAt(now),
            DoneAt = obligation.DoneAtAsOf(now),
            About = obligation.About,
        };
}
