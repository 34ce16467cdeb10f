using System.Text.Json.Nodes;

namespace IncidentReporting.Application.Common;

/// <summary>There is no such thing, or the caller may not know that there is: 404.</summary>
public sealed class NotFoundException() : Exception("Not found.");

/// <summary>The caller is never allowed to do this, and it is no secret that the thing exists: 403.</summary>
public sealed class NotAllowedException() : Exception("Not allowed.");

/// <summary>Somebody else changed the thing since the caller read it: 412.</summary>
public sealed class ChangedMeanwhileException() : Exception("Changed meanwhile.")
{
    /// <summary>What the caller wrote and what now stands, for each field where they differ and where that is known.</summary>
    public IReadOnlyList<BothValues>? Both { get; init; }
}

/// <param name="Field">The path in the body, such as <c>counterpart.relation</c>.</param>
/// <param name="Current">What stands there now; absent for text, which is read in the thing itself, and null where nothing stands.</param>
/// <param name="Yours">What the caller sent; absent for text.</param>
public sealed record BothValues(string Field, JsonNode? Current, JsonNode? Yours, bool IsText);

/// <summary>What was sent does not hold: 422, with messages by the field's JSON path.</summary>
public sealed class InvalidInputException(IReadOnlyDictionary<string, string[]> errors) : Exception("Invalid input.")
{
    public InvalidInputException(string field, string message)
        : this(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] })
    {
    }

    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;
}

/// <summary>What was sent is larger than can be taken: 413.</summary>
public sealed class TooLargeException() : Exception("Too large.");

/// <summary>Nobody is signed in, or the user name, password or code was wrong: 401, the same whichever it was.</summary>
public sealed class NotSignedInException() : Exception("Not signed in.");

/// <summary>Too many wrong passwords in a row; told like a wrong one, so that whoever guesses does not learn that a guess was right.</summary>
public sealed class AccountLockedException(TimeSpan retryAfter) : Exception("Locked.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>Too many attempts: 429, to be tried again after <see cref="RetryAfter"/>.</summary>
public sealed class TooManyAttemptsException(TimeSpan retryAfter) : Exception("Too many attempts.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>Another row already has the key. A use case that means something by it catches this; else it is a fault.</summary>
public sealed class UniqueViolationException(Exception inner) : Exception("The key is taken.", inner);
