namespace IncidentReporting.Application.Demonstration;

/// <summary>The demonstration's employers, users and cases.</summary>
public interface IDemonstration
{
    /// <summary>True when an account of the demonstration, whose password is public, is there.</summary>
    Task<bool> IsInAsync(CancellationToken cancellationToken);

    /// <summary>Fills an empty database; does nothing where anything is in it.</summary>
    Task FillAsync(CancellationToken cancellationToken);

    /// <summary>Adds plausible incidents, the same ones for the same seed.</summary>
    /// <param name="done">Told how many are in so far.</param>
    Task AddAsync(int incidents, int seed, IProgress<int> done, CancellationToken cancellationToken);
}
