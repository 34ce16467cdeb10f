using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Common;

internal static class NewestFirst
{
    /// <summary>
    /// One page, newest first, with one row more where others follow. Rows of the same time as the cursor are told apart by id
    /// after reading: each database orders ids in its own way, and here only that the way is stable matters.
    /// </summary>
    public static async Task<IReadOnlyList<T>> NewestFirstAsync<T>(
        this IQueryable<T> rows, Expression<Func<T, DateTimeOffset>> at, Func<T, Guid> id, Page page, CancellationToken ct)
    {
        var ordered = rows.OrderByDescending(at);
        if (page.After is not { } cursor)
        {
            return await ordered.Take(page.Take).ToListAsync(ct);
        }

        var until = cursor.At;
        var ties = await rows.Where(Compare(at, until, Expression.Equal)).CountAsync(ct);
        var read = await ordered.Where(Compare(at, until, Expression.LessThanOrEqual)).Take(page.Take + ties).ToListAsync(ct);
        var seen = read.FindIndex(row => id(row) == cursor.Id);
        return [.. read.Skip(seen >= 0 ? seen + 1 : ties).Take(page.Take)];
    }

    private static Expression<Func<T, bool>> Compare<T>(
        Expression<Func<T, DateTimeOffset>> at, DateTimeOffset until, Func<Expression, Expression, BinaryExpression> compare) =>
        Expression.Lambda<Func<T, bool>>(compare(at.Body, Expression.Constant(until)), at.Parameters);
}
