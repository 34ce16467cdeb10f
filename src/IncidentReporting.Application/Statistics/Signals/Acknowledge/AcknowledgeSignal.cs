using System.Globalization;
using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Watches;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Signals.Acknowledge;

/// <summary>The unit has been gone through: says what was found, ends the duties and begins the sum at 0; after some findings with a new baseline.</summary>
/// <param name="Finding">A code of <c>watch_findings</c>.</param>
public sealed record AcknowledgeSignalCommand(UnitWatchId Id, string? Finding, CaseText? Note) : ICommand<SignalItem>;

internal sealed class AcknowledgeSignalValidator : AbstractValidator<AcknowledgeSignalCommand>
{
    public AcknowledgeSignalValidator()
    {
        RuleFor(command => command.Finding).Must(WatchFindings.Codes.Contains).WithMessage(_ => SignalTexts.Get("FindingMissing"));
        RuleFor(command => command.Note).Must(note => note is null || note.Value.Length <= UnitWatch.NoteLength)
            .WithMessage(_ => SignalTexts.Get("NoteLength", UnitWatch.NoteLength));
    }
}

internal sealed class AcknowledgeSignalHandler(IIncidentReportingDb db, SignalViews views, SignalDuties duties, ICurrentUser user, TimeProvider time)
    : IRequestHandler<AcknowledgeSignalCommand, SignalItem>
{
    public async Task<SignalItem> Handle(AcknowledgeSignalCommand request, CancellationToken cancellationToken)
    {
        Operations.AcknowledgeSignal.Require(user);
        var (employer, now) = (user.EmployerId, time.Now());
        var watch = await db.Set<UnitWatch>().SingleOrDefaultAsync(row => row.Id == request.Id && row.EmployerId == employer, cancellationToken);
        if (watch is null || !user.Watched().Contains(watch.UnitId))
        {
            throw new NotFoundException();
        }

        var last = await SignalViews.LastMonthAsync(db, employer, cancellationToken) ?? watch.Month;
        watch.Acknowledge(request.Finding!, request.Note, user.Id, last, now);
        if (WatchFindings.Restarts(request.Finding!))
        {
            var chart = await db.Set<WarningChart>().SingleOrDefaultAsync(
                row => row.EmployerId == employer && row.UnitId == watch.UnitId && row.WholeEmployer == watch.WholeEmployer, cancellationToken);
            chart?.Restart(ChangedFrom(watch));
        }

        await duties.FindAnewAsync(watch, isStored: true, cancellationToken);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, "signal_acknowledged", watch.Id.Value, now, request.Finding!));
        await db.SaveChangesAsync(cancellationToken);
        return (await views.OfAsync(employer, [watch.UnitId], cancellationToken)).Single(item => item.WholeEmployer == watch.WholeEmployer);
    }

    // What changed did so when the rise began; a rise that nobody dates began with its month.
    private static DateOnly ChangedFrom(UnitWatch watch)
    {
        var from = SignalEvidence.Read(watch.Evidence).RunFrom;
        return from is null ? watch.Month
            : Headcount.FirstOf(DateOnly.ParseExact(from, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture));
    }
}
