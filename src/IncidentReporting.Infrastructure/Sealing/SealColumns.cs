namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>The columns of the keys; no type of the domain or the interface has them.</summary>
internal static class SealColumns
{
    /// <summary>The case's wrapped key; null once it was destroyed.</summary>
    public const string Key = "SealKey";

    /// <summary>The employer key that wrapped it.</summary>
    public const string WrappedBy = "SealKeyBy";

    /// <summary>What a part belongs to.</summary>
    public const string Owner = "IncidentId";
}
