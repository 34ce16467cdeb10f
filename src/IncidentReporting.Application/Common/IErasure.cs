namespace IncidentReporting.Application.Common;

/// <summary>Takes back what was sealed, so that no copy of the database can be read either.</summary>
public interface IErasure
{
    /// <summary>Destroys the keys of the rows, then deletes them.</summary>
    Task EraseAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class;
}
