using IncidentReporting.Infrastructure.Backup;
using Npgsql;

namespace IncidentReporting.Application.Tests.Backup;

/// <summary>The server's tools send a password to nobody whom the service would not send it to.</summary>
internal sealed class PostgreSqlEnvironmentTests
{
    [TestCase("SSL Mode=VerifyFull;Root Certificate=/etc/ca.pem", "verify-full", "/etc/ca.pem")]
    [TestCase("SSL Mode=VerifyCA", "verify-ca", "system")]
    [TestCase("SSL Mode=Require", "require", null)]
    [TestCase("SSL Mode=Disable", "disable", null)]
    [TestCase("", "prefer", null)]
    public void Server_IsCheckedAsTheServiceDoes(string setting, string mode, string? authorities)
    {
        var variables = PostgreSqlEnvironment.Of(new NpgsqlConnectionStringBuilder($"Host=db.kommun.example;Port=6432;Username=incident;Password=hemligt;{setting}"));

        Assert.That((variables["PGHOST"], variables["PGPORT"], variables["PGUSER"], variables["PGPASSWORD"]), Is.EqualTo(("db.kommun.example", "6432", "incident", "hemligt")));
        Assert.That((variables["PGSSLMODE"], variables.GetValueOrDefault("PGSSLROOTCERT")), Is.EqualTo((mode, authorities)));
    }
}
