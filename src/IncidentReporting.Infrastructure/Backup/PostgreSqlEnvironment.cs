using System.Globalization;
using Npgsql;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>How the server's own tools reach the server: as the service does, with the same checks of who answers.</summary>
internal static class PostgreSqlEnvironment
{
    /// <summary>Environment variables of libpq. Where the service trusts the machine's own authorities, so do they (libpq 16 or later).</summary>
    public static IReadOnlyDictionary<string, string> Of(NpgsqlConnectionStringBuilder target)
    {
        var verifies = target.SslMode is SslMode.VerifyCA or SslMode.VerifyFull;
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PGHOST"] = target.Host,
            ["PGPORT"] = target.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = target.Username,
            ["PGPASSWORD"] = target.Password,
            ["PGSSLMODE"] = target.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                SslMode.Require => "require",
                SslMode.Allow => "allow",
                SslMode.Disable => "disable",
                _ => "prefer",
            },
            ["PGSSLROOTCERT"] = target.RootCertificate ?? (verifies ? "system" : null),
            ["PGSSLCERT"] = target.SslCertificate,
            ["PGSSLKEY"] = target.SslKey,
        };
        return variables.Where(variable => variable.Value is not null).ToDictionary(variable => variable.Key, variable => variable.Value!, StringComparer.Ordinal);
    }
}
