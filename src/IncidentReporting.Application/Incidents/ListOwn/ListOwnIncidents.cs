using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ListOwn;

/// <summary>The cases that the caller reported or was exposed in, drafts among them: what is asked of her, and what comes next. The newest first.</summary>
public sealed record ListOwnIncidentsQuery(Page Page) : IQuery<Listing<OwnIncident>>;

/// <param name="SavedAt">When a draft was last written in; null for what is reported.</param>
/// <param name="IsExposed">Whether the caller is an exposed person of the case.</param>
/// <param name="Asked">answer_closure, answer_offer, rate_support or take_over: what waits for the caller's word; null where nothing does.</param>
/// <param name="Next">The case's next duty; null where none is open.</param>
public sealed record OwnIncident(
    IncidentId Id, string? Number, IncidentState State, CodeSet Kinds, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? SavedAt,
    bool IsExposed, string? Asked, OwnNext? Next);

/// <param name="By">Who is to do it, where the caller may know that.</param>
public sealed record OwnNext(string Rule, string Title, DateTimeOffset DueAt, bool Overdue, PersonRef? By);

internal sealed class ListOwnIncidentsHandler(IIncidentReportingDb db, ICurrentUser user, IOrgCharts charts, TimeProvider time)
    : IRequestHandler<ListOwnIncidentsQuery, Listing<OwnIncident>>
{
    public async Task<Listing<OwnIncident>> Handle(ListOwnIncidentsQuery request, CancellationToken cancellationToken)
    {
        var (me, now) = (user.Id, time.Now());
        var found = await db.Set<Incident>().AsNoTracking().ReadableBy(user)
            .Where(incident => incident.ReporterId == me || incident.Exposed.Any(exposed => exposed.UserId == me))
            .Select(incident => new OwnRow
            {
                Id = incident.Id,
                Number = incident.Number,
                State = incident.State,
                Kinds = incident.Report.Kinds,
                CreatedAt = incident.CreatedAt,
                SubmittedAt = incident.SubmittedAt,
                ReporterId = incident.ReporterId,
                TakenOver = incident.TakenOver,
                ExposedId = incident.Exposed.Where(exposed => exposed.UserId == me).Select(exposed => (Guid?)exposed.Id).FirstOrDefault(),
            })
            .NewestFirstAsync(row => row.CreatedAt, row => row.Id.Value, request.Page, cancellationToken);

        var asked = await AskedAsync(found, cancellationToken);
        var next = await NextAsync(found, cancellationToken);
        var saved = await SavedAsync(found, cancellationToken);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var aliases = await db.AliasesInAsync(found.Select(row => (IncidentId?)row.Id), user, cancellationToken);
        return Listing.Of(
            [
                .. found.Select(row => new OwnIncident(
                    row.Id, row.Number, row.State, row.Kinds, row.CreatedAt, row.SubmittedAt, row.IsDraft ? saved.GetValueOrDefault(row.Id, row.CreatedAt) : null,
                    row.ExposedId is not null, asked.GetValueOrDefault(row.Id), Next(next.GetValueOrDefault(row.Id), row, chart, aliases, now))),
            ],
            request.Page,
            row => new Cursor(row.CreatedAt, row.Id.Value));
    }

    private async Task<Dictionary<IncidentId, string>> AskedAsync(IReadOnlyList<OwnRow> found, CancellationToken ct)
    {
        var rows = found.Where(row => row is { ExposedId: not null, IsDraft: false } && !IncidentLifecycle.IsEnd(row.State)).ToDictionary(row => row.Id);
        var ids = rows.Keys.ToList();
        var told = await db.Set<Incident>().AsNoTracking().Where(incident => ids.Contains(incident.Id)).Select(incident => new
        {
            incident.Id,
            Proposal = incident.Proposals.Where(proposal => proposal.SettledAt == null).Select(proposal => (Guid?)proposal.Id).FirstOrDefault(),
            Answered = incident.Answers.Select(answer => new { answer.ProposalId, answer.ExposedId }).ToList(),
            Offers = incident.Offers.Select(offer => new { offer.ExposedId, offer.Answer, offer.DeliveredAt, offer.CompletedAt }).ToList(),
            Raters = incident.Ratings.Select(rating => rating.ExposedId).ToList(),
        }).ToListAsync(ct);
        var asked = new Dictionary<IncidentId, string>();
        foreach (var one in told)
        {
            var row = rows[one.Id];
            var offers = one.Offers.Where(offer => offer.ExposedId is null || offer.ExposedId == row.ExposedId).ToList();
            if (one.Proposal is { } proposal && !one.Answered.Exists(answer => answer.ProposalId == proposal && answer.ExposedId == row.ExposedId))
            {
                asked[one.Id] = "answer_closure";
            }
            else if (offers.Exists(offer => offer is { Answer: null, DeliveredAt: null, CompletedAt: null }))
            {
                asked[one.Id] = "answer_offer";
            }
            else if (offers.Exists(offer => offer.DeliveredAt is not null) && !one.Raters.Contains(row.ExposedId!.Value))
            {
                asked[one.Id] = "rate_support";
            }
            else if (row.ReporterId != user.Id && !row.TakenOver && row.State != IncidentState.Closed)
            {
                asked[one.Id] = "take_over";
            }
        }

        return asked;
    }

    private async Task<Dictionary<IncidentId, Obligation>> NextAsync(IReadOnlyList<OwnRow> found, CancellationToken ct)
    {
        var ids = found.Where(row => !row.IsDraft).Select(row => (IncidentId?)row.Id).ToList();
        var open = await db.Set<Obligation>().AsNoTracking()
            .Where(duty => ids.Contains(duty.IncidentId) && duty.SubjectKind == SubjectKind.Case && duty.DoneAt == null && duty.CancelledAt == null && !duty.IsInformation)
            .ToListAsync(ct);
        return open.GroupBy(duty => duty.IncidentId!.Value).ToDictionary(duties => duties.Key, duties => duties.MinBy(duty => duty.DueAt)!);
    }

    private async Task<Dictionary<IncidentId, DateTimeOffset>> SavedAsync(IReadOnlyList<OwnRow> found, CancellationToken ct)
    {
        var drafts = found.Where(row => row.IsDraft).Select(row => (IncidentId?)row.Id).ToList();
        if (drafts.Count == 0)
        {
            return [];
        }

        var entries = await db.Set<LogEntry>().AsNoTracking().Where(entry => drafts.Contains(entry.IncidentId) && entry.ActorId == user.Id)
            .GroupBy(entry => entry.IncidentId).Select(entries => new { Id = entries.Key, At = entries.Max(entry => entry.At) }).ToListAsync(ct);
        return entries.ToDictionary(entry => entry.Id!.Value, entry => entry.At);
    }

    // A reporter who was not exposed learns that something is to be done, not whose it is.
    private OwnNext? Next(Obligation? duty, OwnRow row, OrgChart chart, ProtectedPersons.Aliases aliases, DateTimeOffset now) => duty is null
        ? null
        : new OwnNext(
            duty.Rule, duty.Title(user.Language), duty.DueAt, duty.DueAt < now,
            row.ExposedId is not null && duty.ResponsibleUserId is { } by
                ? aliases.Of(row.Id, by) ?? new NameGiver(chart, user, [CaseRole.Exposed], incident: null).Of(by)
                : null);

    private sealed class OwnRow
    {
        public required IncidentId Id { get; init; }

        public required string? Number { get; init; }

        public required IncidentState State { get; init; }

        public required CodeSet Kinds { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset? SubmittedAt { get; init; }

        public required UserId ReporterId { get; init; }

        public required bool TakenOver { get; init; }

        public required Guid? ExposedId { get; init; }

        public bool IsDraft => State == IncidentState.Draft;
    }
}
