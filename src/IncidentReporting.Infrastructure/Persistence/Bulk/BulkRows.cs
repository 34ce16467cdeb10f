namespace IncidentReporting.Infrastructure.Persistence.Bulk;

/// <summary>Many rows for one table, in the values that the database stores (packed ids as bytes, enumerations as text).</summary>
/// <param name="Table">Its name without quotes.</param>
internal sealed record BulkRows(string Table, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    public string InsertWith(Func<int, string> value) =>
        $"INSERT INTO \"{Table}\" ({string.Join(", ", Columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", Enumerable.Range(0, Columns.Count).Select(value))})";
}
