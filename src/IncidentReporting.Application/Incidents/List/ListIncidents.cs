using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.List;

/// <summary>The cases that the caller may know of, newest first, without case text.</summary>
public sealed record ListIncidentsQuery(Page Page) : IQuery<Listing<IncidentLine>>
{
    public string? State { get; init; }

    /// <summary>A kind with its subkinds, or one subkind.</summary>
    public string? Kind { get; init; }

    /// <summary>A unit with everything below it.</summary>
    public UnitId? Unit { get; init; }

    /// <summary><c>me</c>: where an open duty is the caller's.</summary>
    public string? Responsible { get; init; }

    public bool? Overdue { get; init; }

    /// <summary>Happened on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Happened on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    public string? Number { get; init; }
}

public sealed record IncidentLine(
    IncidentId Id, string? Number, IncidentState State, UnitRef Unit, CodeSet Kinds, DateTimeOffset? OccurredAt, string OccurredPrecision,
    DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, PersonRef? Handler, NextDuty? Next, bool Overdue);

/// <summary>The most urgent open duty of the case.</summary>
public sealed record NextDuty(string Rule, string Title, DateTimeOffset DueAt, string State);

internal sealed class ListIncidentsValidator : AbstractValidator<ListIncidentsQuery>
{
    public ListIncidentsValidator()
    {
        RuleFor(query => query.State).In(CodeLists.IncidentStates);
        RuleFor(query => query.Kind).In(CodeLists.IncidentKinds);
        RuleFor(query => query.Responsible).Must(value => value is null or "me").WithMessage(_ => IncidentTexts.UnknownFilter);
    }
}

internal sealed class ListIncidentsHandler(IIncidentReportingDb db, ICurrentUser user, IOrgCharts charts, TimeProvider time)
    : IRequestHandler<ListIncidentsQuery, Listing<IncidentLine>>
{
    public async Task<Listing<IncidentLine>> Handle(ListIncidentsQuery query, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var rows = await db.Set<Incident>().ReadableBy(user).Matching(query, chart, user, db.Set<Obligation>(), now)
            .Select(incident => new
            {
                incident.Id,
                incident.Number,
                incident.State,
                incident.UnitId,
                incident.Report.Kinds,
                incident.Report.OccurredAt,
                incident.Report.OccurredPrecision,
                incident.CreatedAt,
                incident.SubmittedAt,
                incident.HandlerId,
            })
            .NewestFirstAsync(row => row.CreatedAt, row => row.Id.Value, query.Page, cancellationToken);

        var ids = rows.Select(row => (IncidentId?)row.Id).ToList();
        var open = await db.Set<Obligation>().AsNoTracking()
            .Where(duty => ids.Contains(duty.IncidentId) && duty.DoneAt == null && duty.CancelledAt == null && !duty.IsInformation)
            .ToListAsync(cancellationToken);
        var duties = open.ToLookup(duty => duty.IncidentId);
        var names = new NameGiver(chart, user, [], incident: null);
        return Listing.Of(
            [
                .. rows.Select(row => new IncidentLine(
                    row.Id, row.Number, row.State, new UnitRef(row.UnitId, chart.Unit(row.UnitId)?.Name ?? string.Empty), row.Kinds, row.OccurredAt,
                    row.OccurredPrecision, row.CreatedAt, row.SubmittedAt, row.HandlerId is { } handler ? names.Of(handler) : null,
                    Next(duties[row.Id], now), duties[row.Id].Any(duty => duty.DueAt < now))),
            ],
            query.Page,
            line => new Cursor(line.CreatedAt, line.Id.Value));
    }

    private NextDuty? Next(IEnumerable<Obligation> duties, DateTimeOffset now) =>
        duties.MinBy(duty => duty.DueAt) is { } next ? new NextDuty(next.Rule, next.Title(user.Language), next.DueAt, next.StateAt(now)) : null;
}
