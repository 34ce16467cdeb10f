using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Correct;

/// <summary>Changes a draft, or adds to and corrects a submitted report; the earlier wording is kept.</summary>
public sealed record CorrectCommand(CaseReference Case, MergePatch<ReportChange> Patch, ExpectedVersion Expected) : ICommand<IncidentView>, IConditional;

internal sealed class CorrectHandler(CaseDesk desk, CaseIntake intake, ICurrentUser user, TimeProvider time) : IRequestHandler<CorrectCommand, IncidentView>
{
    // A colleague who reported sees nothing of these afterwards, so she can't change them either.
    private static readonly string[] ForExposed = ["consequences", "perceivedSeverity", "wishes", "share", "informationDeclined"];

    private static readonly string[] OutsideTheReport = ["exposed", "share", "informationDeclined"];

    public async Task<IncidentView> Handle(CorrectCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        var actor = open.ActorFor(CaseAction.Edit);
        if (!command.Expected.Holds(open.Incident.Version))
        {
            throw new ChangedMeanwhileException { Both = Both(command.Patch, open) };
        }

        var change = command.Patch.ApplyTo(ReportChange.Of(open.Incident));
        new ReportInputValidator(time, complete: !open.Incident.IsDraft).Validate(change).Refuse();
        RefuseWhatIsNotTheirs(command.Patch, change, open);
        await intake.CheckAsync(change, open.Chart, path: string.Empty, cancellationToken, open.Incident);

        CaseDesk.Do(open, CaseAction.Edit, (_, _) => Apply(command.Patch, change, open, actor));
        return await desk.SaveAsync(open, cancellationToken);
    }

    // Only what she may see of what now stands. Who was hit is told by the case itself, under its alias where it has one.
    private List<BothValues> Both(MergePatch<ReportChange> patch, OpenCase open)
    {
        var withheld = new IncidentViewer(open.Incident, open.Roles, user, open.Chart, open.Now).Show([]).Withheld;
        return
        [
            .. patch.DifferencesFrom(ReportChange.Of(open.Incident)).Where(both => !OutsideTheReport.Contains(both.Field.Split('.')[0])
                && !withheld.Any(hidden => both.Field == hidden || both.Field.StartsWith(hidden + ".", StringComparison.Ordinal))),
        ];
    }

    private void Apply(MergePatch<ReportChange> patch, ReportChange change, OpenCase open, Actor actor)
    {
        var incident = open.Incident;

        // Nobody named is the reporter in a draft; in a reported case those who stand there stay.
        var exposed = (incident.IsDraft ? intake.Exposed(change) : (change.Exposed ?? []).Select(named => named.Named(user.Id))).ToList();
        incident.Correct(CaseIntake.Content(change, open.Chart, exposed), actor);
        if (patch.Mentions("exposed"))
        {
            incident.NameExposed(exposed, actor);
        }

        if (patch.Mentions("unitId") && incident.IsDraft)
        {
            incident.MoveDraftTo(change.UnitId ?? open.Chart.Person(user.Id)!.HomeUnitId);
        }

        if (change.Share is { } share)
        {
            incident.Share(new Sharing(share.ConsequencesWithRep, share.RatingsWithManager, share.RatingsWithRep), actor);
        }

        if (change.InformationDeclined is { } declined)
        {
            incident.DeclineInformation(declined, actor);
        }
    }

    private void RefuseWhatIsNotTheirs(MergePatch<ReportChange> patch, ReportChange change, OpenCase open)
    {
        // Who no longer sees what stands there would overwrite it unseen; nobody who was hit is taken away by naming others.
        var withheld = new IncidentViewer(open.Incident, open.Roles, user, open.Chart, open.Now).Show([]).Withheld;
        var errors = withheld.Where(member => member != IncidentViewer.HiddenPerson && patch.Mentions(member)).ToDictionary(member => member, _ => new[] { IncidentTexts.NotForOthersReport }, StringComparer.Ordinal);
        if (!open.Roles.Contains(CaseRole.Exposed))
        {
            foreach (var member in ForExposed.Where(patch.Mentions))
            {
                errors[member] = [IncidentTexts.NotForOthersReport];
            }
        }

        // Whom it protects decides whether it stands.
        if (open.Incident.HidesIdentities && change.ProtectedIdentity is not true && !open.Roles.Contains(CaseRole.Exposed))
        {
            errors["protectedIdentity"] = [IncidentTexts.NotForOthersReport];
        }

        if (open.Incident.IsDraft && patch.Mentions("share"))
        {
            errors["share"] = [IncidentTexts.OnlyExposed];
        }

        // Moving a reported case, or hiding it from its manager afterwards, would break the clocks that run.
        if (!open.Incident.IsDraft)
        {
            if (change.UnitId != open.Incident.UnitId)
            {
                errors["unitId"] = [IncidentTexts.NotAfterSubmission];
            }

            if ((change.BypassManager ?? false) != open.Incident.Report.BypassManager)
            {
                errors["bypassManager"] = [IncidentTexts.NotAfterSubmission];
            }
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
