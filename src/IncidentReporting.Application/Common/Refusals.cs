namespace IncidentReporting.Application.Common;

/// <summary>There is no such thing, or the caller may not know that there is: 404.</summary>
public sealed class NotFoundException() : Exception("Not found.");

/// <summary>The caller is never allowed to do this, and it is no secret that the thing exists: 403.</summary>
public sealed class NotAllowedException() : Exception("Not allowed.");

/// <summary>Somebody else changed the thing since the caller read it: 412.</summary>
public sealed class ChangedMeanwhileException() : Exception("Changed meanwhile.");

/// <summary>What was sent does not hold: 422, with messages by the field's JSON path.</summary>
public sealed class InvalidInputException(IReadOnlyDictionary<string, string[]> errors) : Exception("Invalid input.")
{
    public InvalidInputException(string field, string message)
        : this(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] })
    {
    }

    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;
}
