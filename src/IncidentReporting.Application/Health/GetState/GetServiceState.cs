using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Health.GetState;

/// <summary>What an administrator keeps an eye on: mails, reminders, and whether everyone has someone who answers for them. No case content.</summary>
public sealed record GetServiceStateQuery : IQuery<ServiceState>;

public sealed record ServiceState(MailState Mail, JobState Jobs, PeopleState People);

/// <param name="Waiting">To be sent, or to be tried again.</param>
/// <param name="Dead">Given up after the last try.</param>
/// <param name="Review">May or may not have left; a person decides.</param>
/// <param name="Fault">What keeps the whole queue back.</param>
public sealed record MailState(int Waiting, int Retrying, int Dead, int Review, DateTimeOffset? LastSentAt, MailQueueFault? Fault);

/// <param name="RemindersLate">Duties that should have been spoken of over a minute ago.</param>
/// <param name="DutiesOverdue">Duties of the employer whose time has passed.</param>
/// <param name="NotReady">The conditions that are not met, by name.</param>
public sealed record JobState(int RemindersLate, int DutiesOverdue, DateTimeOffset? NextReminderAt, IReadOnlyList<string> NotReady);

/// <param name="WithoutRole">Accounts that hold no role today.</param>
/// <param name="UnitsWithoutManager">Open units where neither they nor any unit above has a manager.</param>
/// <param name="AwayWithoutDeputy">Managers who are away today from a unit where nobody is deputy.</param>
/// <param name="UnitsWithoutRepresentative">Open units where neither they nor any unit above has a safety representative.</param>
public sealed record PeopleState(
    int Accounts, IReadOnlyList<PersonName> WithoutRole, IReadOnlyList<UnitLine> UnitsWithoutManager, IReadOnlyList<AwayManager> AwayWithoutDeputy,
    IReadOnlyList<UnitLine> UnitsWithoutRepresentative);

public sealed record PersonName(UserId Id, string Name);

public sealed record AwayManager(PersonName Manager, UnitLine Unit);

internal sealed class GetServiceStateHandler(
    IIncidentReportingDb db, IOrgCharts charts, IMailQueueStatus queue, IEnumerable<IReadiness> conditions, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetServiceStateQuery, ServiceState>
{
    public async Task<ServiceState> Handle(GetServiceStateQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadServiceState.Require(user);
        var now = time.Now();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        return new ServiceState(await MailAsync(cancellationToken), await JobsAsync(now, cancellationToken), People(chart, now));
    }

    private async Task<MailState> MailAsync(CancellationToken cancellationToken)
    {
        var mails = db.Set<OutboxMessage>().AsNoTracking().AdministeredBy(user);
        var pending = mails.Where(mail => mail.State == OutboxState.Pending);
        return new MailState(
            await pending.CountAsync(mail => mail.Attempts == 0, cancellationToken),
            await pending.CountAsync(mail => mail.Attempts > 0, cancellationToken),
            await mails.CountAsync(mail => mail.State == OutboxState.Dead, cancellationToken),
            await mails.CountAsync(mail => mail.State == OutboxState.Review, cancellationToken),
            await mails.MaxAsync(mail => mail.SentAt, cancellationToken),
            queue.Fault);
    }

    private async Task<JobState> JobsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var employer = user.EmployerId;
        var late = now.AddMinutes(-1);
        var open = db.Set<Obligation>().AsNoTracking().Where(duty => duty.EmployerId == employer && duty.DoneAt == null && duty.CancelledAt == null);
        var notReady = new List<string>();
        foreach (var condition in conditions)
        {
            if (!await condition.IsReadyAsync(cancellationToken))
            {
                notReady.Add(condition.Name);
            }
        }

        return new JobState(
            await open.CountAsync(duty => duty.NextStepAt < late, cancellationToken),
            await open.CountAsync(duty => !duty.IsInformation && duty.DueAt < now, cancellationToken),
            await open.Where(duty => duty.NextStepAt >= late).MinAsync(duty => duty.NextStepAt, cancellationToken),
            notReady);
    }

    private static PeopleState People(OrgChart chart, DateTimeOffset now)
    {
        var people = chart.People.Where(person => !person.IsDisabled).OrderBy(person => person.Name, SwedishNames.Order).ToList();
        var units = chart.Units.Where(unit => !unit.IsClosed).OrderBy(unit => unit.Name, SwedishNames.Order).ToList();
        return new PeopleState(
            people.Count,
            [.. people.Where(person => chart.RolesOf(person.Id, now).Count == 0).Select(Named)],
            [.. units.Where(unit => chart.HoldersOf(Role.Manager, unit.Id, now).Count == 0).Select(unit => UnitLine.Of(unit.Id, chart))],
            [
                .. units.SelectMany(unit => chart.HoldersIn(Role.Manager, unit.Id, now)
                    .Where(manager => chart.IsAway(manager.Id, now) && !chart.HoldersIn(Role.Deputy, unit.Id, now).Any(deputy => !chart.IsAway(deputy.Id, now)))
                    .Select(manager => new AwayManager(Named(manager), UnitLine.Of(unit.Id, chart)))),
            ],
            [
                .. units.Where(unit => chart.HoldersOf(Role.SafetyRepresentative, unit.Id, now).Count == 0
                        && chart.HoldersOf(Role.HeadSafetyRepresentative, unit.Id, now).Count == 0)
                    .Select(unit => UnitLine.Of(unit.Id, chart)),
            ]);
    }

    private static PersonName Named(Person person) => new(person.Id, person.Name);
}
