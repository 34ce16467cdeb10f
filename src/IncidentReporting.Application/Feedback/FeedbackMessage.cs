using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Feedback;

/// <summary>What somebody wants to say of the product itself; kept until an administrator has dealt with it.</summary>
public sealed class FeedbackMessage
{
    public const int TextLength = 4000;
    public const int ContactLength = 200;

    private FeedbackMessage()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Null when nobody was signed in: it is everyone's to deal with.</summary>
    public EmployerId? EmployerId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public CaseText Text { get; private init; } = null!;

    /// <summary>How to answer, where that is wished for.</summary>
    public CaseText? Contact { get; private init; }

    public static FeedbackMessage Create(EmployerId? employer, CaseText text, CaseText? contact, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), EmployerId = employer, At = now, Text = text, Contact = contact };
}
