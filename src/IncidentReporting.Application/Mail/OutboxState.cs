namespace IncidentReporting.Application.Mail;

/// <summary>Where a mail stands; stored and sent as lower snake case.</summary>
public enum OutboxState
{
    Pending,
    Sent,

    /// <summary>Refused for good, or tried for too long.</summary>
    Dead,

    /// <summary>It may or may not have left; a person decides whether it is sent again.</summary>
    Review,
}
