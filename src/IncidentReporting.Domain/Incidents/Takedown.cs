using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>A platform has been asked to take something away; and what it answered.</summary>
public sealed class Takedown
{
    public const int ReferenceLength = 200;
    public const int PlatformLength = 200;

    /// <summary>Content comes back: whether it stays away is looked at again so many days after the answer.</summary>
    public static readonly IReadOnlyList<int> RecheckDays = [7, 30];

    public static readonly IReadOnlyList<string> Answers = ["removed", "refused", "no_answer"];

    private Takedown()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The evidence that shows it, saved before it was asked to be removed.</summary>
    public Guid? AttachmentId { get; private init; }

    public CaseText Platform { get; private init; } = null!;

    public CaseText? Url { get; private init; }

    /// <summary>The platform's own number of the request.</summary>
    public CaseText? Reference { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public UserId RecordedBy { get; private init; }

    /// <summary>removed, refused or no_answer; null while nothing is known.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public CaseText? Note { get; private set; }

    internal static Takedown Request(TakedownRequest request, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        AttachmentId = request.AttachmentId,
        Platform = request.Platform,
        Url = request.Url,
        Reference = request.Reference,
        RequestedAt = request.At ?? by.Now,
        RecordedAt = by.Now,
        RecordedBy = by.Id,
    };

    internal void Record(string answer, DateTimeOffset? at, CaseText? note, DateTimeOffset now)
    {
        Answer = answer;
        AnsweredAt = at ?? now;
        Note = note;
    }
}

public sealed record TakedownRequest(CaseText Platform)
{
    public Guid? AttachmentId { get; init; }

    public CaseText? Url { get; init; }

    public CaseText? Reference { get; init; }

    public DateTimeOffset? At { get; init; }
}
