using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Mail;

/// <summary>What a person gets in one mail a day instead of at once.</summary>
public interface IDigest
{
    /// <summary>Adds a line to the current context; a line with the same case, rule, step and recipient that stands in it is not added twice.</summary>
    void Add(DigestOrder order);
}

/// <param name="Day">The first local day whose digest may hold the line.</param>
public sealed record DigestOrder(
    EmployerId EmployerId, UserId Recipient, DateOnly Day, IncidentId Incident, string Number, string Rule, string Step, DateTimeOffset? Until, string? Link);

/// <summary>When an employer's digest leaves, in its own time zone.</summary>
public interface IDigestTime
{
    Task<DigestTime> ForAsync(EmployerId employer, CancellationToken cancellationToken);
}

public sealed record DigestTime(TimeOnly At, TimeZoneInfo Zone)
{
    public static readonly DigestTime Default = new(new TimeOnly(7, 30), TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));
}
