using System.Text.Json.Serialization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Feedback;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Administration.GetOverview;

/// <summary>How the employer's settings stand, one line for each; what the caller may not change is left out.</summary>
public sealed record GetOverviewQuery : IQuery<OverviewResult>;

public sealed record OverviewResult(SupportOverview SupportDirectory, CampaignOverview Campaigns, PulseOverview Pulse)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitOverview? Units { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PeopleOverview? People { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PolicyOverview? FollowUpPolicy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MailOverview? Mail { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeedbackOverview? Feedback { get; init; }
}

/// <param name="WithoutManager">Open units that nobody manages, neither there nor above.</param>
public sealed record UnitOverview(int Open, int Closed, int WithoutManager);

/// <param name="WithoutRole">May sign in, and holds no role today.</param>
public sealed record PeopleOverview(int Active, int Disabled, int WithoutRole);

/// <param name="Version">0: the product's own values.</param>
public sealed record PolicyOverview(long Version, DateTimeOffset? ChangedAt);

/// <param name="Units">How many units have offers of their own.</param>
public sealed record SupportOverview(int Offers, int Units);

/// <param name="Stopped">Not delivered, or waiting for a person to decide.</param>
public sealed record MailOverview(int Waiting, int Stopped, MailQueueFault? Fault);

public sealed record CampaignOverview(int All, int Ongoing);

/// <summary>Rounds of the anonymous survey.</summary>
public sealed record PulseOverview(int Open, int Planned);

public sealed record FeedbackOverview(int Waiting);

internal sealed class GetOverviewHandler(
    IIncidentReportingDb db, IOrgCharts charts, IMailQueueStatus mail, ICurrentUser user, TimeProvider time) : IRequestHandler<GetOverviewQuery, OverviewResult>
{
    public async Task<OverviewResult> Handle(GetOverviewQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadAdministration.Require(user);
        var now = time.Now();
        var employer = user.EmployerId;
        var chart = await charts.OfAsync(employer, cancellationToken);
        var offering = await db.Set<SupportEntry>().Where(entry => entry.EmployerId == employer)
            .GroupBy(entry => entry.UnitId).Select(unit => unit.Count()).ToListAsync(cancellationToken);
        var lasts = await db.Set<Campaign>().Where(campaign => campaign.EmployerId == employer).Select(campaign => campaign.LastSeen).ToListAsync(cancellationToken);
        var rounds = await db.Set<PulseRound>().AsNoTracking().IgnoreAutoIncludes().Where(round => round.EmployerId == employer && round.ClosedAt == null).ToListAsync(cancellationToken);
        var overview = new OverviewResult(
            new SupportOverview(offering.Sum(), offering.Count),
            new CampaignOverview(lasts.Count, lasts.Count(last => last is null || last >= chart.DayOf(now))),
            new PulseOverview(rounds.Count(round => round.StateAt(now) == PulseRoundState.Open), rounds.Count(round => round.StateAt(now) == PulseRoundState.Planned)));
        if (!Operations.ChangeUser.IsFor(user.Roles))
        {
            return overview;
        }

        var version = await db.Set<FollowUpPolicyVersion>().Where(row => row.EmployerId == employer).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.ValidFrom }).FirstOrDefaultAsync(cancellationToken);
        var states = await db.Set<OutboxMessage>().Where(message => message.EmployerId == employer && message.State != OutboxState.Sent)
            .GroupBy(message => message.State).Select(state => new { State = state.Key, Count = state.Count() }).ToListAsync(cancellationToken);
        return overview with
        {
            Units = new UnitOverview(
                chart.Units.Count(unit => !unit.IsClosed), chart.Units.Count(unit => unit.IsClosed),
                chart.Units.Count(unit => !unit.IsClosed && chart.HoldersOf(Role.Manager, unit.Id, now).Count == 0)),
            People = new PeopleOverview(
                chart.People.Count(person => !person.IsDisabled), chart.People.Count(person => person.IsDisabled),
                chart.People.Count(person => !person.IsDisabled && chart.RolesOf(person.Id, now).Count == 0)),
            FollowUpPolicy = new PolicyOverview(version?.Number ?? 0, version?.ValidFrom),
            Mail = new MailOverview(
                states.Where(state => state.State == OutboxState.Pending).Sum(state => state.Count),
                states.Where(state => state.State != OutboxState.Pending).Sum(state => state.Count), mail.Fault),
            Feedback = new FeedbackOverview(
                await db.Set<FeedbackMessage>().CountAsync(message => message.EmployerId == null || message.EmployerId == employer, cancellationToken)),
        };
    }
}
