using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Common;

/// <summary>The database as the use cases see it: the aggregates, one save, one transaction.</summary>
public interface IIncidentReportingDb
{
    DbSet<T> Set<T>()
        where T : class;

    /// <summary>Saves in one transaction. Throws <see cref="ChangedMeanwhileException"/> where a version has moved and <see cref="UniqueViolationException"/> where a key is taken.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Begins a transaction for several saves, or joins the one that is open. Without a commit nothing of it is kept.</summary>
    Task<ICommitScope> BeginAsync(CancellationToken cancellationToken = default);

    /// <summary>Does this once the running save or transaction is committed; never when it fails.</summary>
    void AfterCommit(Action action);

    /// <summary>Forgets everything read and changed so far, to begin anew after a refused save.</summary>
    void ClearTracked();
}

/// <summary>A transaction, or a part in one that somebody further out has begun.</summary>
public interface ICommitScope : IAsyncDisposable
{
    Task CommitAsync(CancellationToken cancellationToken = default);
}
