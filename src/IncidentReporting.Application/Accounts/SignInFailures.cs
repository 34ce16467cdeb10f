namespace IncidentReporting.Application.Accounts;

/// <summary>Wrong passwords in a row for one user name from one address; there is a row whether or not the user exists.</summary>
public sealed class SignInFailures
{
    public const int KeyLength = 64;

    private SignInFailures()
    {
    }

    /// <summary>SHA-256 of user name and address, in hexadecimal: neither is kept.</summary>
    public string Key { get; private init; } = string.Empty;

    public int Count { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public static SignInFailures None(string key, DateTimeOffset now) => new() { Key = key, LastAt = now };
}
