namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>Whether a share differs between two periods: by Newcombe's interval of the difference, each share's own interval with its noise.</summary>
public static class ShareChange
{
    public static ChangeDirection? Between(Share later, Share earlier)
    {
        if (later is not { Value: { } now, Interval: { } ofNow } || earlier is not { Value: { } then, Interval: { } ofThen })
        {
            return null;
        }

        return Newcombe.Difference(now, ofNow, then, ofThen) switch
        {
            { Lower: > 0 } => ChangeDirection.Up,
            { Upper: < 0 } => ChangeDirection.Down,
            _ => ChangeDirection.None,
        };
    }
}
