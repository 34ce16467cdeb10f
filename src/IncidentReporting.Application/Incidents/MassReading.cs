using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents;

/// <param name="PerHour">How many different cases one person may open within an hour before those who watch over the log are told.</param>
public sealed record MassReadingLimit(int PerHour)
{
    public const int Default = 60;
}

/// <summary>Tells the data protection officer and the auditors, once a person and day, that somebody opens unusually many cases. It stops nobody.</summary>
internal sealed class MassReading(IIncidentReportingDb db, IOutbox outbox, MassReadingLimit limit)
{
    public const string Group = "alarm";
    public const string Action = "mass_reading";

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly Role[] Watching = [Role.DataProtectionOfficer, Role.Auditor];

    /// <summary>After a reading was saved; within a command, in its transaction.</summary>
    public async Task LookAsync(UserId reader, OrgChart chart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (employer, since) = (chart.Employer.Id, now - Window);
        var cases = await db.Set<LogEntry>()
            .Where(entry => entry.EmployerId == employer && entry.ActorId == reader && entry.At > since && entry.Group == CaseLog.Read && entry.CaseRole != null && entry.IncidentId != null)
            .Select(entry => entry.IncidentId).Distinct().CountAsync(cancellationToken);
        var alarm = IdOf(reader, chart.DayOf(now));
        if (cases <= limit.PerHour || await db.Set<LogEntry>().AnyAsync(entry => entry.Id == alarm, cancellationToken))
        {
            return;
        }

        db.Set<LogEntry>().Add(new LogEntry
        {
            Id = alarm,
            EmployerId = employer,
            At = now,
            Action = Action,
            About = reader.Value,
            Group = Group,
            Fields = string.Create(CultureInfo.InvariantCulture, $"cases={cases}"),
        });
        foreach (var person in chart.People.Where(person => person.Id != reader && !person.IsDisabled && chart.RolesOf(person.Id, now).Any(held => Watching.Contains(held.Role))))
        {
            outbox.Add(new MailOrder(
                employer, person.Id, Incident: null, Number: null, "log", Action, MailTemplate.MassReading, Until: null, $"/log?group={Group}", BookedAt: null, $"log-{alarm:N}"));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (UniqueViolationException)
        {
            // Told a moment ago, from another reading.
            db.ClearTracked();
        }
    }

    // The same for a person's whole day, so that the database itself lets only one in.
    private static Guid IdOf(UserId reader, DateOnly day) =>
        new(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Action} {reader.Value:N} {day:yyyy-MM-dd}"))).AsSpan(0, 16));
}
