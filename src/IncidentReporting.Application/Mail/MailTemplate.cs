namespace IncidentReporting.Application.Mail;

/// <summary>Which standing text a mail has; stored and sent as lower snake case.</summary>
public enum MailTemplate
{
    Receipt,
    NewReport,
    Reminder,
    Escalation,
    Information,
    SupportOffered,
    AcknowledgementSent,
    ClosureProposed,
    ClosureObjected,
    CaseReopened,
    CaseClosed,
    Handover,
    TaskReturned,
    ColleagueReportedForYou,
    Digest,
    MailFailed,
    MeasureRequestReceipt,
    MeasureRequestReceived,
    DraftExpiring,
    PasswordSet,
    Welcome,
    FeedbackReceived,
    MassReading,
    PulseInvitation,
    PulseReminder,
    RetentionDue,
}
