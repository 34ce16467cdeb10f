using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Retention;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Retention;

/// <summary>What every use case of the retention has in common: who asks, which day it is, and how the log tells of it.</summary>
internal sealed class RetentionDesk(IIncidentReportingDb db, RetentionPolicies policies, IOrgCharts charts, ICurrentUser user, TimeProvider time)
{
    private static readonly Role[] Deciding = [Role.DataProtectionOfficer, Role.Administrator];

    public DateTimeOffset Now { get; } = time.Now();

    public UserId Caller => user.Id;

    public EmployerId Employer => user.EmployerId;

    public Task<OrgChart> ChartAsync(CancellationToken cancellationToken) => charts.OfAsync(user.EmployerId, cancellationToken);

    public Task<RetentionRun> RunAsync(Guid id, CancellationToken cancellationToken) => FindAsync(id, cancellationToken);

    public async Task<DateOnly> TodayAsync(CancellationToken cancellationToken) => (await ChartAsync(cancellationToken)).DayOf(Now);

    /// <summary>The version of the periods that is in force today; 0 for the product's own.</summary>
    public async Task<long> PolicyAsync(CancellationToken cancellationToken) =>
        (await policies.OnAsync(Employer, await TodayAsync(cancellationToken), cancellationToken)).Version;

    /// <summary>What is due on a day by its rules, where it is past also by those of today. Everything that began to be kept before the end of the day counts.</summary>
    public async Task<(DateOnly Day, RetentionDue Due)> DueAsync(DateOnly? asked, CancellationToken cancellationToken)
    {
        var chart = await ChartAsync(cancellationToken);
        var versions = await policies.VersionsAsync(Employer, cancellationToken);
        var today = chart.DayOf(Now);
        var now = (RetentionPolicies.On(versions, today), Now);
        if (asked is not { } day || day == today)
        {
            return (today, new RetentionDue(now));
        }

        var then = (RetentionPolicies.On(versions, day), WorkCalendarOf(chart).StartOf(day.AddDays(1)));
        return (day, day < today ? new RetentionDue(then, now) : new RetentionDue(then));
    }

    public void Log(Operation operation, string action, Guid about, string fields)
    {
        var role = user.Roles.Select(held => held.Role).FirstOrDefault(role => Deciding.Contains(role) && operation.Roles.Contains(role));
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role, action, about, Now, fields));
    }

    private static Domain.Obligations.WorkCalendar WorkCalendarOf(OrgChart chart) => Domain.Obligations.WorkCalendar.In(chart.Employer.TimeZone);

    private async Task<RetentionRun> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var employer = user.EmployerId;
        return await db.Set<RetentionRun>().SingleOrDefaultAsync(run => run.Id == id && run.EmployerId == employer, cancellationToken) ?? throw new NotFoundException();
    }
}
