using System.Data.Common;
using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Infrastructure.Persistence.Conversions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentReporting.Infrastructure.Persistence;

/// <summary>What SQLite does not keep in its file and so is said on every connection.</summary>
internal sealed class SqliteConnectionSetUp : DbConnectionInterceptor
{
    // FULL: an answered report has reached the disk.
    // What is deleted is overwritten where the page is written anyway: it is not to be read out of the file.
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=FAST;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetUp(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SetUp(connection);
        return Task.CompletedTask;
    }

    private static void SetUp(DbConnection connection)
    {
        ((SqliteConnection)connection).CreateCollation(SwedishOrder.SqliteCollation, SwedishNames.Order.Compare);
        using var command = connection.CreateCommand();

        // Before anything else, which could have to wait itself.
#pragma warning disable CA2100 // A number, and nothing else.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={((SqliteConnection)connection).DefaultTimeout * 1000}; {Pragmas}");
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
