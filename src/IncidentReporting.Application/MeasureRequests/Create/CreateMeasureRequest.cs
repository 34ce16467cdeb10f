using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.MeasureRequests.Create;

/// <summary>A safety representative asks for measures: confirmed in writing at once, the manager told, the clock of the answer started.</summary>
/// <param name="UnitId">Null is the unit where the caller is representative.</param>
public sealed record CreateMeasureRequestCommand(UnitId? UnitId, IncidentId? IncidentId, CaseText? Text, DateOnly AnswerBy) : ICommand<MeasureRequestView>;

internal sealed class CreateMeasureRequestValidator : AbstractValidator<CreateMeasureRequestCommand>
{
    public CreateMeasureRequestValidator()
    {
        RuleFor(command => command.Text).NotNull().WithMessage(_ => ObligationTexts.Get("TextMissing"));
        RuleFor(command => command.Text).Must(text => text is null || text.Value.Length <= MeasureRequest.TextLength)
            .WithMessage(_ => ObligationTexts.Format("TextLength", MeasureRequest.TextLength));
    }
}

internal sealed class CreateMeasureRequestHandler(
    IIncidentReportingDb db, MeasureRequestDesk desk, IOutbox outbox, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CreateMeasureRequestCommand, MeasureRequestView>
{
    public async Task<MeasureRequestView> Handle(CreateMeasureRequestCommand request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        chart.RequireKnown(request.UnitId);
        var unit = user.UnitToRepresent(request.UnitId);
        await db.RequireLinkableAsync(request.IncidentId, user, cancellationToken);
        if (request.AnswerBy < chart.DayOf(now))
        {
            throw new InvalidInputException("answerBy", ObligationTexts.Get("AnswerByPast"));
        }

        var made = MeasureRequest.Create(user.EmployerId, unit, request.IncidentId, request.Text!, request.AnswerBy, user.Id, now);
        db.Set<MeasureRequest>().Add(made);
        Tell(made, await db.Set<Incident>().KeptOutOfAsync(made.IncidentId, cancellationToken), chart, now);
        return await desk.SaveAsync("measure_request_made", made, cancellationToken);
    }

    private void Tell(MeasureRequest made, IReadOnlyList<UserId> keptOut, OrgChart chart, DateTimeOffset now)
    {
        var contact = MeasureRequestContact.Of(made.Id, made.UnitId, keptOut);
        var until = WorkCalendar.In(chart.Employer.TimeZone).EndOf(made.AnswerBy);
        outbox.Add(Order(user.Id, "receipt", MailTemplate.MeasureRequestReceipt, Party.SafetyRepresentative));
        foreach (var manager in new PartyResolver(chart, contact.Parties, now).Resolve(Party.Manager))
        {
            outbox.Add(Order(manager, "received", MailTemplate.MeasureRequestReceived, Party.Manager));
        }

        MailOrder Order(UserId to, string step, MailTemplate template, Party party) =>
            new(made.EmployerId, to, null, null, "R23", step, template, until, contact.Link, BookedAt: null, contact.Thread, party);
    }
}
