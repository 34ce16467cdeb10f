namespace IncidentReporting.Api.Problems;

/// <summary>The request itself cannot be taken, whatever it asks for.</summary>
internal sealed class RequestRefusedException(ProblemKind kind, IReadOnlyDictionary<string, string[]>? errors = null) : Exception(kind.Code)
{
    public ProblemKind Kind { get; } = kind;

    public IReadOnlyDictionary<string, string[]>? Errors { get; } = errors;

    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>A kind of problem: its stable code, which ends the problem's type, and its status.</summary>
internal sealed record ProblemKind(string Code, int Status)
{
    public static readonly ProblemKind Unreadable = new("unreadable", 400);
    public static readonly ProblemKind NotSignedIn = new("not_signed_in", 401);
    public static readonly ProblemKind WrongCredentials = new("wrong_credentials", 401);
    public static readonly ProblemKind NotAllowed = new("not_allowed", 403);
    public static readonly ProblemKind CsrfTokenMissing = new("csrf_token_missing", 403);
    public static readonly ProblemKind NotFound = new("not_found", 404);
    public static readonly ProblemKind NoPreview = new("no_preview", 404);
    public static readonly ProblemKind MethodNotAllowed = new("method_not_allowed", 405);
    public static readonly ProblemKind NotAcceptable = new("not_acceptable", 406);
    public static readonly ProblemKind ChangedMeanwhile = new("changed_meanwhile", 412);
    public static readonly ProblemKind TooLarge = new("too_large", 413);
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported_media_type", 415);
    public static readonly ProblemKind Invalid = new("invalid", 422);
    public static readonly ProblemKind IfMatchMissing = new("if_match_missing", 428);
    public static readonly ProblemKind TooManyRequests = new("too_many_requests", 429);
    public static readonly ProblemKind Fault = new("fault", 500);
    public static readonly ProblemKind EvidenceDamaged = new("evidence_damaged", 500);
    public static readonly ProblemKind Unavailable = new("unavailable", 503);
    public static readonly ProblemKind NoRoom = new("no_room", 503);

    public static readonly IReadOnlyList<ProblemKind> All =
    [
        Unreadable, NotSignedIn, WrongCredentials, NotAllowed, CsrfTokenMissing, NotFound, NoPreview, MethodNotAllowed, NotAcceptable, ChangedMeanwhile, TooLarge,
        UnsupportedMediaType, Invalid, IfMatchMissing, TooManyRequests, Fault, EvidenceDamaged, Unavailable, NoRoom,
    ];

    public static ProblemKind? OfStatus(int status) => All.FirstOrDefault(kind => kind.Status == status);
}
