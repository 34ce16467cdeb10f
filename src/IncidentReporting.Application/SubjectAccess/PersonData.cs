using System.Text.Json.Serialization;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.SubjectAccess;

/// <summary>What the service holds about one person (GDPR article 15). Other people stand as what they are to the case, never by name.</summary>
/// <param name="LeftOut">Where whoever answers is kept out of some of the cases.</param>
/// <param name="HersAlone">Where another answers for her: how she herself gets what is shown to nobody else.</param>
/// <param name="Correct">Where what is wrong is corrected by addition (article 16).</param>
public sealed record PersonData(
    DateTimeOffset MadeAt, AccountData Account, IReadOnlyList<RoleData> Roles, IReadOnlyList<AbsenceData> Absences, IReadOnlyList<SessionData> Sessions,
    IReadOnlyList<TokenData> AccessTokens, IReadOnlyList<string> SavedViews, IReadOnlyList<MailData> Mails, IReadOnlyList<CaseData> Cases,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LeftOutData? LeftOut,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OwnPath? HersAlone, CorrectionPath Correct);

/// <summary>So many cases are not in the answer: another officer must answer for them.</summary>
public sealed record LeftOutData(int Count, string Note);

public sealed record AccountData(UserId Id, string Name, string UserName, string Unit, string Language, bool ProtectedIdentity, bool Disabled);

public sealed record RoleData(Role Role, string Unit, DateOnly From, DateOnly? To);

public sealed record AbsenceData(DateOnly From, DateOnly To);

public sealed record SessionData(DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? UserAgent, DateTimeOffset? RevokedAt);

public sealed record TokenData(string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>A mail that was sent or waits; it holds no more than this and standing words.</summary>
public sealed record MailData(MailTemplate Template, string Rule, string? Number, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, OutboxState State);

/// <param name="Parts">exposed, reporter or handler.</param>
/// <param name="Case">Only where she is exposed or reported: as she may read it, with other people masked.</param>
/// <param name="Written">What she wrote herself, in whatever part.</param>
/// <param name="Readings">Who has read the case, by what they are to it; only where she is exposed.</param>
public sealed record CaseData(
    IncidentId Id, string? Number, IncidentState State, IReadOnlyList<string> Parts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IncidentView? Case,
    IReadOnlyList<WrittenData> Written, IReadOnlyList<ReadingData> Readings);

/// <param name="What">note or evidence.</param>
public sealed record WrittenData(string What, DateTimeOffset At, CaseText Text);

public sealed record ReadingData(DateTimeOffset At, CaseRole? Role, string What, string Fields);

public sealed record OwnPath(string Method, string Path, string Note);

public sealed record CorrectionPath(string Method, string Path);
