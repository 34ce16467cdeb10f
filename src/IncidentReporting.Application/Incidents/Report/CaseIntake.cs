using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.Report;

/// <summary>Takes a report in: checks what it points to, makes the draft, and submits it with its number and its clocks.</summary>
internal sealed class CaseIntake(IIncidentReportingDb db, ICurrentUser user, IOrgCharts charts, ICaseNumbers numbers, IPolicies policies, TimeProvider time)
{
    private const string PrivateProvider = "private_provider";

    public async Task<Incident> DraftAsync(ReportInput input, string path, CancellationToken ct)
    {
        var chart = await charts.OfAsync(user.EmployerId, ct);
        if (chart.Employer.Kind == OrganisationKind.Union)
        {
            // A union reads figures; its own staff report to their own employer.
            throw new NotAllowedException();
        }

        await CheckAsync(input, chart, path, ct);
        var unit = input.UnitId ?? chart.Person(user.Id)!.HomeUnitId;
        var exposed = Exposed(input).ToList();
        var incident = Incident.Draft(user.EmployerId, unit, Content(input, chart, exposed), exposed, new Actor(user.Id, CaseRole.Reporter, time.Now()));
        db.Set<Incident>().Add(incident);
        return incident;
    }

    public async Task SubmitAsync(OpenCase open, CancellationToken ct)
    {
        var incident = open.Incident;
        var policy = await policies.CurrentAsync(incident.EmployerId, ct);
        var year = open.Chart.DayOf(open.Now).Year;
        var number = await numbers.NextAsync(incident.EmployerId, year, ct);
        var persons = incident.Exposed.Where(exposed => exposed.UserId is not null).Select(exposed => exposed.UserId!.Value);
        var submission = new Submission(
            string.Create(CultureInfo.InvariantCulture, $"{year}-{number:000000}"),
            policy.VersionId,
            Oversight.Of(open.Chart, incident.UnitId, incident.Report, persons, open.Now),
            FollowUpPlan.Of(policy.Policy, open.Now, open.Calendar));
        CaseDesk.Do(open, CaseAction.Submit, (_, actor) => incident.Submit(submission, actor));
    }

    /// <summary>What the report points to must be the employer's own. Whoever stands in <paramref name="known"/> may since have left.</summary>
    public async Task CheckAsync(ReportInput input, OrgChart chart, string path, CancellationToken ct, Incident? known = null)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (input.UnitId is { } unit && chart.Unit(unit) is null)
        {
            errors[path + "unitId"] = [IncidentTexts.UnknownUnit];
        }

        foreach (var (exposed, index) in (input.Exposed ?? []).Select((exposed, index) => (exposed, index)))
        {
            if (exposed.UserId is { } named && known?.ExposedAs(named) is null && chart.Person(named) is null or { IsDisabled: true })
            {
                errors[$"{path}exposed[{index}].userId"] = [IncidentTexts.UnknownPerson];
            }
        }

        if (input.Counterpart?.UserId is { } counterpart && (chart.Person(counterpart) is null || counterpart == user.Id))
        {
            errors[path + "counterpart.userId"] = [IncidentTexts.UnknownPerson];
        }

        if (input.Counterpart is { Identity: not null, IdentityGround: null } && chart.Employer.Sector == PrivateProvider)
        {
            errors[path + "counterpart.identityGround"] = [IncidentTexts.IdentityGroundMissing];
        }

        if (input.CampaignId is { } campaign
            && !await db.Set<Campaign>().AnyAsync(row => row.Id == campaign && row.EmployerId == user.EmployerId, ct))
        {
            errors[path + "campaignId"] = [IncidentTexts.UnknownCampaign];
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    /// <summary>A public employer keeps the counterpart's identity for the work environment; a private one states its own ground.</summary>
    /// <remarks>Where somebody hit has protected personal data, the case hides who it was, asked for or not.</remarks>
    public static ReportContent Content(ReportInput input, OrgChart chart, IEnumerable<NamedExposed> exposed)
    {
        var content = input.ToContent(chart.Employer.Sector == PrivateProvider ? null : "work_environment");
        return exposed.Any(named => named.User is { } hit && chart.Person(hit) is { HasProtectedIdentity: true })
            ? content with { ProtectedIdentity = true }
            : content;
    }

    /// <summary>Who was hit; where nobody is named, the reporter.</summary>
    public IEnumerable<NamedExposed> Exposed(ReportInput input) =>
        input.Exposed is { Count: > 0 } named
            ? named.Select(exposed => exposed.Named(user.Id))
            : [new NamedExposed(user.Id, ExposedInput.DefaultRole, OccupationalGroup: null)];
}
