using System.Data.Common;

namespace IncidentReporting.Infrastructure.Persistence.Bulk;

/// <summary>Many rows for one table, in the values that the database stores (packed ids as bytes, enumerations as text).</summary>
/// <param name="Table">Its name without quotes.</param>
internal sealed record BulkRows(string Table, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    public string InsertWith(Func<int, string> value) =>
        $"INSERT INTO \"{Table}\" ({string.Join(", ", Columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", Enumerable.Range(0, Columns.Count).Select(value))})";

    /// <summary>One statement made ready once and sent for every row.</summary>
    public async Task<long> SendEachAsync(DbCommand command, CancellationToken cancellationToken)
    {
        command.CommandText = InsertWith(index => $"@p{index}");
        for (var index = 0; index < Columns.Count; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
        }

        long written = 0;
        foreach (var row in Rows)
        {
            for (var index = 0; index < row.Length; index++)
            {
                command.Parameters[index].Value = row[index] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
            written++;
        }

        return written;
    }
}
