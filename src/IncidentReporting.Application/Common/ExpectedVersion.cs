namespace IncidentReporting.Application.Common;

/// <summary>The versions that the caller will accept (<c>If-Match</c>); <see cref="Any"/> takes every one.</summary>
public sealed record ExpectedVersion(IReadOnlyList<long>? OneOf)
{
    public static readonly ExpectedVersion Any = new((IReadOnlyList<long>?)null);

    public bool Holds(long current) => OneOf?.Contains(current) != false;

    public void Check(long current)
    {
        if (!Holds(current))
        {
            throw new ChangedMeanwhileException();
        }
    }
}
