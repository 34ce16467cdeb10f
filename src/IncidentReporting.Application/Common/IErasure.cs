namespace IncidentReporting.Application.Common;

/// <summary>Takes back what was sealed, so that no copy of the database can be read either.</summary>
public interface IErasure
{
    /// <summary>Deletes the rows, and destroys their keys once that is committed; where the process dies in between, soon after its next start. Answers how many rows.</summary>
    /// <remarks>Throws <see cref="ChangedMeanwhileException"/> where a row left the selection meanwhile, so that no key of something that stays is lost.</remarks>
    Task<int> EraseAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class;
}
