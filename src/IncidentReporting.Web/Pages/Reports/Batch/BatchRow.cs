namespace IncidentReporting.Web.Pages.Reports.Batch;

/// <summary>One event as it was typed.</summary>
internal sealed record BatchRow(string? Kind, string? Time, string? Description)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Kind) && string.IsNullOrWhiteSpace(Time) && string.IsNullOrWhiteSpace(Description);

    public override string ToString() => nameof(BatchRow);
}
