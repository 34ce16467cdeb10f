namespace IncidentReporting.Web.Hosting;

/// <summary>What is typed beside a file, to be shown again where something is amiss.</summary>
public sealed class EvidenceTyped
{
    public string? Type { get; private set; }

    public string? CapturedAt { get; private set; }

    public string? CapturedTime { get; private set; }

    public string? CapturedBy { get; private set; }

    public string? Url { get; private set; }

    public string? AccountHandle { get; private set; }

    public string? Platform { get; private set; }

    public string? OriginalKeptWhere { get; private set; }

    public string? WitnessOfCapture { get; private set; }

    public string? Description { get; private set; }

    /// <summary>Something is typed among what is asked for only of who has more to tell.</summary>
    public bool HasMore => (CapturedBy ?? AccountHandle ?? Platform ?? OriginalKeptWhere ?? WitnessOfCapture) is not null;

    internal void Take(EvidenceUpload upload)
    {
        Type = upload.Typed("type");
        CapturedAt = upload.Typed("capturedAt");
        CapturedTime = upload.Typed("capturedTime");
        CapturedBy = upload.Typed("capturedBy");
        Url = upload.Typed("url");
        AccountHandle = upload.Typed("accountHandle");
        Platform = upload.Typed("platform");
        OriginalKeptWhere = upload.Typed("originalKeptWhere");
        WitnessOfCapture = upload.Typed("witnessOfCapture");
        Description = upload.Typed("description");
    }
}
