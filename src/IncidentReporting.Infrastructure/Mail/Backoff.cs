namespace IncidentReporting.Infrastructure.Mail;

/// <summary>How long a mail waits after an attempt that may go well later.</summary>
internal static class Backoff
{
    /// <summary>Some three days: 1, 2, 4, 8, 16 and 32 minutes, then an hour each.</summary>
    public const int MostAttempts = 78;

    /// <summary>After about an hour someone else is told, though the attempts go on.</summary>
    public const int AttemptsBeforeSubstitute = 7;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Doubles from a minute up to an hour, with a fifth more or less so that mails do not come back all at once.</summary>
    public static TimeSpan After(int attempts)
    {
        var minutes = Math.Pow(2, Math.Min(attempts, 10) - 1);
        var plain = TimeSpan.FromMinutes(Math.Min(minutes, Longest.TotalMinutes));
#pragma warning disable CA5394 // Spreading load needs no secret.
        return plain * (0.8 + (Random.Shared.NextDouble() * 0.4));
#pragma warning restore CA5394
    }
}
