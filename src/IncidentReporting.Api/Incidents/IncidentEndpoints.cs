using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Correct;
using IncidentReporting.Application.Incidents.DiscardDraft;
using IncidentReporting.Application.Incidents.DiscloseIdentity;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.List;
using IncidentReporting.Application.Incidents.ListOwn;
using IncidentReporting.Application.Incidents.ListReads;
using IncidentReporting.Application.Incidents.ListTimeline;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Incidents.ReportBatch;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.SubmitDraft;
using IncidentReporting.Application.Incidents.TakeOver;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Incidents;

/// <summary>A report. With <see cref="Draft"/> nothing is required, and the case gets its number when it is submitted.</summary>
internal sealed record ReportRequest : ReportInput
{
    public bool Draft { get; init; }
}

/// <param name="Incidents">At most 50; all are reported, or none.</param>
internal sealed record BatchRequest(IReadOnlyList<ReportRequest>? Incidents = null)
{
    /// <summary>Which of them ask to be kept as drafts.</summary>
    internal IReadOnlyList<int> Drafts => [.. (Incidents ?? []).Index().Where(item => item.Item.Draft).Select(item => item.Index)];
}

internal sealed record ReasonRequest(CaseText? Reason = null);

/// <summary>Reporting incidents, reading them and correcting what was reported.</summary>
internal sealed class IncidentEndpoints : IEndpoints
{
    private static readonly ReportRequest Example = new()
    {
        Kinds = CodeSet.Of(["threat_direct.death", "online_attack.doxxing"]),
        OccurredAt = new DateTimeOffset(2026, 11, 20, 13, 30, 0, TimeSpan.Zero),
        OccurredPrecision = "exact",
        SafeNow = "yes",
        Description = CaseText.From("Beskriv med egna ord vad som hände."),
        Exposed = [new ExposedInput(Self: true, UserId: null, "direct", "social_secretary_authority")],
        Channels = CodeSet.Of(["phone"]),
        Place = "client_home",
        Situations = CodeSet.Of(["home_visit_planned"]),
        OnDutyState = "working",
        Counterpart = new CounterpartInput { Relation = "client", Count = "one", Repeat = "unknown", Age = "adult" },
        Consequences = CodeSet.Of(["fear_at_work"]),
        PerceivedSeverity = 3,
        Wishes = new WishesInput { Support = CodeSet.Of(["relieving_talk"]), ContactBy = "manager" },
    };

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents", Report).Allow(Operations.ReportIncident).WithExample(Example)
            .WithSummary("Report a threat, an online attack or violence, or save a draft of it.");
        api.MapPost("/incidents/batch", ReportBatch).Allow(Operations.ReportIncidents).WithMetadata(TakesMany.Instance)
            .WithSummary("Report up to 50 small events of one shift; all are kept, or none.");
        api.MapGet("/incidents", List).Allow(Operations.ListIncidents).WithSummary("The cases you may know of, newest first, without case text.");
        api.MapGet("/me/incidents", ListOwn).Allow(Operations.ListOwnIncidents)
            .WithSummary("The cases you reported or were exposed in, drafts too: what is asked of you and what comes next.");
        api.MapGet("/incidents/{id}", Read).Allow(Operations.ReadIncident).WithSummary("A case as you may see it. The reading is logged.");
        api.MapPatch("/incidents/{id}", Correct).Allow(Operations.CorrectIncident)
            .WithSummary("Change a draft; add to or correct a submitted report. The earlier wording is kept.");
        api.MapDelete("/incidents/{id}", Discard).Allow(Operations.DiscardDraft).WithSummary("Throw a draft away.");
        api.MapPost("/incidents/{id}/submission", Submit).Allow(Operations.SubmitDraft).WithSummary("Submit a draft.");
        api.MapPost("/incidents/{id}/takeover", TakeOver).Allow(Operations.TakeOverIncident)
            .WithSummary("Take over a report that a colleague made for you.");
        api.MapGet("/incidents/{id}/timeline", Timeline).Allow(Operations.ListTimeline).WithSummary("Everything that happened to the case, oldest first.");
        api.MapGet("/incidents/{id}/reads", Reads).Allow(Operations.ListReads).WithSummary("Who opened the case, when and in which role.");
        api.MapGet("/incidents/{id}/readers", Readers).Allow(Operations.ShowReaders)
            .WithSummary("Who can read the case, by group of fields; of a draft, who will once it is submitted.");
        api.MapGet("/units/{id:guid}/readers", ReadersOfNew).Allow(Operations.ShowReadersOfNew)
            .WithSummary("Who would read a report that you make in the unit, by group of fields.");
        api.MapPost("/incidents/{id}/identity-disclosures", Disclose).Allow(Operations.DiscloseIdentity)
            .WithSummary("See the counterpart's identity as a safety representative who needs it; the reason is kept.");
    }

    private static async Task<Ok<Listing<OwnIncident>>> ListOwn(PageQuery page, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListOwnIncidentsQuery(page.Page), cancellationToken));

    private static Task<Created<IncidentView>> Report(JsonBody<ReportRequest> body, IMediator mediator, HttpContext context) =>
        mediator.CreateAsync(new ReportCommand(body.Value, body.Value.Draft), context);

    private static async Task<Created<ReportBatchResult>> ReportBatch(JsonBody<BatchRequest> body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created($"{Routes.Base}/incidents", await mediator.Send(new ReportBatchCommand(body.Value.Incidents, body.Value.Drafts), cancellationToken));

    private static async Task<Ok<Listing<IncidentLine>>> List(
        PageQuery page, string? state, string? kind, Guid? unit, string? responsible, bool? overdue, DateOnly? from, DateOnly? to, string? number,
        IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new ListIncidentsQuery(page.Page)
            {
                State = state,
                Kind = kind,
                Unit = unit is { } id ? new UnitId(id) : null,
                Responsible = responsible,
                Overdue = overdue,
                From = from,
                To = to,
                Number = number,
            },
            cancellationToken));

    private static Task<Ok<IncidentView>> Read(string id, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new GetDetailsQuery(CaseReference.Parse(id)), context);

    private static Task<Ok<IncidentView>> Correct(string id, PatchBody<ReportChange> body, IfMatch match, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new CorrectCommand(CaseReference.Parse(id), body.Patch, match.Expected), context);

    private static async Task<NoContent> Discard(string id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new DiscardDraftCommand(CaseReference.Parse(id)), cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<Ok<IncidentView>> Submit(string id, NoBody body, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new SubmitDraftCommand(CaseReference.Parse(id)), context);

    private static Task<Ok<IncidentView>> TakeOver(string id, NoBody body, IMediator mediator, HttpContext context) =>
        mediator.SendAsync(new TakeOverCommand(CaseReference.Parse(id)), context);

    private static async Task<Ok<Listing<TimelineItem>>> Timeline(string id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListTimelineQuery(CaseReference.Parse(id)), cancellationToken));

    private static async Task<Ok<CaseReads>> Reads(string id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListReadsQuery(CaseReference.Parse(id)), cancellationToken));

    private static async Task<Ok<ReadersView>> Readers(string id, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowReadersQuery(CaseReference.Parse(id)), cancellationToken));

    private static async Task<Ok<ReadersView>> ReadersOfNew(Guid id, bool? bypassManager, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ShowReadersOfNewQuery(new UnitId(id), bypassManager ?? false), cancellationToken));

    private static async Task<Ok<DisclosedIdentity>> Disclose(string id, JsonBody<ReasonRequest> body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new DiscloseIdentityCommand(CaseReference.Parse(id), body.Value.Reason), cancellationToken));
}
