namespace IncidentReporting.Application.Accounts;

/// <summary>How much one address may try in vain. Right passwords cost nothing: many share an address behind a municipality's gateway.</summary>
public interface ISignInLimit
{
    const int FailuresPerMinute = 600;

    /// <summary>Waits until no other try at the account from the address is under way; the turn ends when disposed of.</summary>
    /// <param name="key">Of the account and the address, as failures are counted.</param>
    Task<IDisposable> WaitForTurnAsync(string key, CancellationToken cancellationToken);

    /// <summary>Counts a try as failed. Throws <see cref="Common.TooManyAttemptsException"/> when those of the minute are used up.</summary>
    void Take(string address);

    /// <summary>The try was right after all.</summary>
    void GiveBack(string address);
}
