using System.Text.Json;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>What a backup holds, written last: a backup without it was cut off.</summary>
/// <param name="Database">Sqlite, PostgreSql, or SqlServer, whose own backup holds the tables.</param>
/// <param name="Version">The last migration that the tables have.</param>
/// <param name="Files">Every other entry with the SHA-256 of its bytes, lower hexadecimal.</param>
internal sealed record Manifest(string Database, string Version, DateTimeOffset At, bool HoldsKeys, IReadOnlyDictionary<string, string> Files)
{
    public const string Name = "manifest.json";
    public const string SqliteName = "database/incident-reporting.db";
    public const string PostgreSqlName = "database/postgresql.dump";
    public const string KeysName = "keys.sealed";
    public const string Attachments = "attachments/";
    public const string Checkpoints = "checkpoints/";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    public static Manifest Parse(Stream json) =>
        JsonSerializer.Deserialize<Manifest>(json, Form) ?? throw new BackupException("The backup's manifest cannot be read.");
}
