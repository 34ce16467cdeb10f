using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Releases;

/// <summary>The table and key that a release was made with.</summary>
public interface ICellProtections
{
    string TableId { get; }

    /// <summary>The key that new releases are made with.</summary>
    string KeyId { get; }

    /// <summary>Fails where the key is not at hand.</summary>
    CellProtection Of(string tableId, string keyId);

    /// <summary>A pseudonym for a person of the year, which nobody without the key can turn back.</summary>
    Guid PersonRef(Guid userId, int year);
}
