using System.Globalization;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>A piece of evidence: what is known of the file, which itself lies sealed outside the database.</summary>
public sealed class Attachment
{
    public const int FileNameLength = 255;
    public const int UrlLength = 2_000;
    public const int NameLength = 200;
    public const int PlaceLength = 500;
    public const int Sha256Length = 64;
    public const int FindingLength = 200;

    /// <summary>What the log calls its arrival.</summary>
    public const string Received = "evidence_received";

    private Attachment()
    {
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public UserId By { get; private init; }

    public CaseRole ByRole { get; private init; }

    /// <summary>The sender's word for it, a code of the evidence types.</summary>
    public string Type { get; private init; } = string.Empty;

    public CaseText FileName { get; private init; } = null!;

    /// <summary>Told by the content.</summary>
    public string MediaType { get; private init; } = string.Empty;

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>Of the file as received, lower hexadecimal.</summary>
    public string Sha256 { get; private init; } = string.Empty;

    /// <summary>How the log tells of the file at its arrival.</summary>
    public string AsReceived => string.Create(CultureInfo.InvariantCulture, $"sha256={Sha256} size={Size}");

    /// <summary>Opens the file, in base64. A text of the case like any other: without the case's own key the file cannot be read.</summary>
    public CaseText FileKey { get; private init; } = null!;

    public DateTimeOffset? CapturedAt { get; private init; }

    public CaseText? CapturedBy { get; private init; }

    public CaseText? Url { get; private init; }

    public CaseText? AccountHandle { get; private init; }

    public CaseText? Platform { get; private init; }

    public CaseText? OriginalKeptWhere { get; private init; }

    public CaseText? WitnessOfCapture { get; private init; }

    public CaseText? Description { get; private init; }

    public ScanState Scan { get; private init; }

    /// <summary>When the state of the scan was found.</summary>
    public DateTimeOffset? ScannedAt { get; private init; }

    /// <summary>When the scanner is asked next; also what an instance that is asking it moves ahead, so that no other asks at the same time.</summary>
    public DateTimeOffset? ScanDueAt { get; private init; }

    public int ScanAttempts { get; private init; }

    /// <summary>The scanner's name for what it found.</summary>
    public string? ScanFinding { get; private init; }

    public static Attachment Receive(Guid id, ReceivedFile file, EvidenceFacts facts, Actor by) => new()
    {
        Id = id,
        At = by.Now,
        By = by.Id,
        ByRole = by.Role,
        Type = facts.Type,
        FileName = file.Name,
        MediaType = file.MediaType,
        Size = file.Size,
        Sha256 = file.Sha256,
        FileKey = file.Key,
        CapturedAt = facts.CapturedAt,
        CapturedBy = facts.CapturedBy,
        Url = facts.Url,
        AccountHandle = facts.AccountHandle,
        Platform = facts.Platform,
        OriginalKeptWhere = facts.OriginalKeptWhere,
        WitnessOfCapture = facts.WitnessOfCapture,
        Description = facts.Description,
        Scan = file.IsToBeScanned ? ScanState.Waiting : ScanState.NotScanned,
        ScanDueAt = file.IsToBeScanned ? by.Now : null,
    };
}

/// <summary>What a virus scanner has said of a file.</summary>
public enum ScanState
{
    /// <summary>No scanner is set up, or it takes no file of this size.</summary>
    NotScanned,

    /// <summary>In quarantine until it is scanned.</summary>
    Waiting,

    Clean,

    Infected,

    /// <summary>The scanner did not answer; it is asked again.</summary>
    Failed,
}

/// <summary>A file as it was kept.</summary>
public sealed record ReceivedFile(CaseText Name, string MediaType, long Size, string Sha256, CaseText Key, bool IsToBeScanned);

/// <summary>What the sender tells of a piece of evidence.</summary>
public sealed record EvidenceFacts(string Type)
{
    public DateTimeOffset? CapturedAt { get; init; }

    public CaseText? CapturedBy { get; init; }

    public CaseText? Url { get; init; }

    public CaseText? AccountHandle { get; init; }

    public CaseText? Platform { get; init; }

    public CaseText? OriginalKeptWhere { get; init; }

    public CaseText? WitnessOfCapture { get; init; }

    public CaseText? Description { get; init; }
}
