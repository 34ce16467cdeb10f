using System.Data.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>An entry as it stands in the database, codes as they are written there: what was changed past the program is read, not refused.</summary>
internal sealed record LogRow(
    Guid Id, Guid EmployerId, DateTimeOffset At, Guid? ActorId, string? ActorRole, string? CaseRole, string? FieldGroup, string Action, Guid? IncidentId, Guid? About, string Fields, string Group,
    long? Seq, byte[]? Hash)
{
    public const string Columns =
        """ "Id", "EmployerId", "At", "ActorId", "ActorRole", "CaseRole", "FieldGroup", "Action", "IncidentId", "About", "Fields", "Group", "Seq", "Hash" """;

    public static LogRow Of(LogEntry entry) => new(
        entry.Id, entry.EmployerId.Value, entry.At, entry.ActorId?.Value, Code(entry.ActorRole), Code(entry.CaseRole), Code(entry.FieldGroup), entry.Action, entry.IncidentId?.Value, entry.About,
        entry.Fields, entry.Group, entry.Seq, entry.Hash);

    public static LogRow Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2), IdAt(row, 3), TextAt(row, 4), TextAt(row, 5), TextAt(row, 6), row.GetString(7), IdAt(row, 8), IdAt(row, 9), row.GetString(10), row.GetString(11),
        row.IsDBNull(12) ? null : row.GetInt64(12), row.IsDBNull(13) ? null : row.GetFieldValue<byte[]>(13));

    private static string? Code<T>(T? value)
        where T : struct, Enum =>
        value is { } known ? SnakeCase.Of(known) : null;

    private static Guid? IdAt(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static string? TextAt(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
