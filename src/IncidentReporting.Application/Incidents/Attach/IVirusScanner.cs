namespace IncidentReporting.Application.Incidents.Attach;

/// <summary>Looks for known harmful content, where a scanner is set up.</summary>
public interface IVirusScanner
{
    bool IsSetUp { get; }

    Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken);
}

public enum ScanOutcome
{
    Clean,

    Infected,

    /// <summary>The scanner takes no file of this size.</summary>
    TooLarge,

    /// <summary>It could not be reached or did not answer.</summary>
    NoAnswer,
}

/// <param name="Finding">The scanner's name for what it found.</param>
public readonly record struct ScanAnswer(ScanOutcome Outcome, string? Finding = null);
