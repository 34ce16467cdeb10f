using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.DiscloseOnward;

/// <summary>Notes that a safety representative passed on what the case holds. Without the reminder of confidentiality nothing may be passed on.</summary>
public sealed record DiscloseOnwardCommand(CaseReference Case, string? ToWhom, DateOnly? On, bool? NoticeGiven) : ICommand<OnwardDisclosureResult>;

/// <summary><paramref name="Notice"/> is the duty as the law words it today.</summary>
public sealed record OnwardDisclosureResult(OnwardDisclosureView Disclosure, ConfidentialityNotice Notice);

public sealed record OnwardDisclosureView(Guid Id, string ToWhom, string ToWhomLabel, DateOnly On, PersonRef By, DateTimeOffset RecordedAt);

internal sealed class DiscloseOnwardValidator : AbstractValidator<DiscloseOnwardCommand>
{
    public DiscloseOnwardValidator(TimeProvider time)
    {
        RuleFor(command => command.ToWhom).RequiredIn(CodeLists.OnwardRecipients);
        RuleFor(command => command.On).NotInFuture(time);
        RuleFor(command => command.NoticeGiven).Equal(true).WithMessage(_ => IncidentTexts.NoticeNotGiven);
    }
}

internal sealed class DiscloseOnwardHandler(IIncidentReportingDb db, CaseDesk desk, MassReading mass) : IRequestHandler<DiscloseOnwardCommand, OnwardDisclosureResult>
{
    public async Task<OnwardDisclosureResult> Handle(DiscloseOnwardCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        if (!open.Roles.Contains(CaseRole.Representative))
        {
            throw new NotAllowedException();
        }

        var actor = new Actor(open.User.Id, CaseRole.Representative, open.Now);
        var today = open.Chart.DayOf(open.Now);
        var on = command.On is { } day && day < today ? day : today;
        var disclosure = open.Incident.DiscloseOnward(command.ToWhom!, on, actor);
        db.Set<OnwardDisclosure>().Add(disclosure);
        db.Set<LogEntry>().Add(CaseLog.Reading(open, "disclosed_onward", ShownFields.OnwardDisclosures, disclosure.Id));
        await desk.SaveAsync(open, cancellationToken);
        await mass.LookAsync(open.User.Id, open.Chart, open.Now, cancellationToken);
        return new OnwardDisclosureResult(OnwardDisclosures.Show(disclosure, open), ConfidentialityNotice.Of(open));
    }
}
