using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics;

/// <summary>One number as it may be shown.</summary>
/// <param name="Key">The category of each attribute; empty for a total.</param>
/// <param name="Value">Null where the number is small or the table closed.</param>
/// <param name="State">ok, small or closed.</param>
/// <param name="Upper">The most that a small number can be: 4, or 9 for support and influence. It may be none at all.</param>
public sealed record CellResult(IReadOnlyDictionary<string, string> Key, long? Value, CellState State, int? Upper)
{
    internal static CellResult Of(ShownCell shown) => new(new Dictionary<string, string>(StringComparer.Ordinal), shown.Value, shown.State, shown.Upper);

    internal static CellResult Of(ProtectedCell cell, IReadOnlyList<StatLevel> by) => new(
        by.Select((level, index) => (level.Name, Category: cell.Categories[index])).ToDictionary(pair => pair.Name, pair => pair.Category, StringComparer.Ordinal),
        cell.Shown.Value,
        cell.Shown.State,
        cell.Shown.Upper);
}

/// <summary>A total as it may be shown; members as in <see cref="CellResult"/>.</summary>
public sealed record TotalResult(long? Value, CellState State, int? Upper)
{
    internal static TotalResult Of(ShownCell shown) => new(shown.Value, shown.State, shown.Upper);
}

/// <summary>What the numbers rest on: months frozen once (preliminary) or for good (final).</summary>
/// <param name="Stage">preliminary or final.</param>
/// <param name="BuiltAt">When the latest of its months was frozen.</param>
/// <param name="Table">The perturbation table.</param>
public sealed record ReleaseResult(ReleaseStage Stage, DateTimeOffset BuiltAt, string Table)
{
    internal static ReleaseResult Of(Release release) => new(release.Stage, release.BuiltAt, release.TableId);
}

/// <summary>Why a table is closed, by code and in words.</summary>
public sealed record ClosedResult(string Code, string Reason)
{
    internal static ClosedResult? Of(ClosedBecause? because) => because is { } known ? new(SnakeCase.Of(known), StatisticsTexts.Closed(known)) : null;
}
