using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Retention;

/// <summary>What every use case of the retention has in common: who asks, which day it is, and how the log tells of it.</summary>
internal sealed class RetentionDesk(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
{
    private static readonly Role[] Deciding = [Role.DataProtectionOfficer, Role.Administrator];

    public DateTimeOffset Now { get; } = time.Now();

    public UserId Caller => user.Id;

    public EmployerId Employer => user.EmployerId;

    public Task<OrgChart> ChartAsync(CancellationToken cancellationToken) => charts.OfAsync(user.EmployerId, cancellationToken);

    public Task<RetentionRun> RunAsync(Guid id, CancellationToken cancellationToken) => FindAsync(id, cancellationToken);

    /// <summary>Everything that began to be kept before the end of the day counts.</summary>
    public async Task<(DateOnly Day, DateTimeOffset Until)> DayAsync(DateOnly? asked, CancellationToken cancellationToken)
    {
        var chart = await ChartAsync(cancellationToken);
        var today = chart.DayOf(Now);
        return asked is { } day && day != today ? (day, WorkCalendarOf(chart).StartOf(day.AddDays(1))) : (today, Now);
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
