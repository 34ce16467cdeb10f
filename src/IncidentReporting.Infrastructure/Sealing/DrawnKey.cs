namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>A new key: what seals with it, and what the row keeps.</summary>
internal sealed record DrawnKey(CaseSeal Seal, byte[] Stored, Guid WrappedBy)
{
    public object Column(string name) => name == SealColumns.Key ? Stored : WrappedBy;
}
