using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>At the start: the keys that the database is sealed by must be here, or nobody could read what was reported.</summary>
public sealed class SealingCheck
{
    private readonly AppDb _db;
    private readonly IMasterKeys _master;
    private readonly CaseShares _shares;

    internal SealingCheck(AppDb db, IMasterKeys master, CaseShares shares) => (_db, _master, _shares) = (db, master, shares);

    /// <summary>Throws <see cref="KeyMissingException"/> where one is not at hand, or is another.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var keys = await _db.Set<EmployerKey>().AsNoTracking().OrderBy(key => key.Id).ToListAsync(cancellationToken);
        foreach (var key in keys)
        {
            _master.Unwrap(key.MasterId, key.Wrapped, EmployerKey.PurposeOf(key.Id));
        }

        if (keys.Count > 0 && !Directory.Exists(_shares.Folder))
        {
            throw new KeyMissingException("The folder keys/shares is missing: without it no case can be read. Restore the folder keys.");
        }

        // Made now where there are none yet, and never again while the process runs.
        _ = _master.CurrentId;
        _shares.MakeFolder();
    }
}
