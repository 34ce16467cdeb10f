namespace IncidentReporting.Application.Demonstration;

/// <summary>The demonstration's employers, users and cases.</summary>
public interface IDemonstration
{
    /// <summary>True when an account of the demonstration, whose password is public, is there.</summary>
    Task<bool> IsInAsync(CancellationToken cancellationToken);

    /// <summary>Fills an empty database; does nothing where anything is in it.</summary>
    Task FillAsync(CancellationToken cancellationToken);

    /// <summary>Adds plausible incidents of the demonstration's and of further employers, the same ones for the same seed, and freezes the months that are due.</summary>
    /// <param name="factsOnly">Without texts, follow-up, duties and log: what the statistics are made of.</param>
    /// <param name="done">Told how many are in so far.</param>
    Task AddAsync(int incidents, int seed, bool factsOnly, IProgress<int> done, CancellationToken cancellationToken);
}
