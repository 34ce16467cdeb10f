using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentReporting.Application.Log;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Pulse;

/// <summary>Nothing in the whole database, nor in the log, leads from an answer to a person: every column of every table is read.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class PulseAnonymityTests
{
    private static readonly string[] Tables = ["PulseAnswers", "PulseTickets"];

    private PulseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await PulseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Answers_AreTiedToNobody_FromTheMailToTheClosedRound()
    {
        var (round, links) = await _world.OpenAsync();
        var mailed = Dump();
        TiedToNobody(mailed);

        // The links themselves stand nowhere once they are mailed, in whatever way they are written.
        NowhereIn(mailed, links.Select(link => link.Token), "a link");

        // Between the dump before an answer and the one after it a ticket has gone and an answer has come, and nothing else.
        var chosen = links.Take(11).ToList();
        using (var signedIn = await _world.Host.SignInAsync("coordinator@example.org"))
        {
            await AnswerAsync(signedIn, chosen[0].Token, place: 0);
        }

        // The log is linked a moment after it is written.
        await _world.Host.Services.GetRequiredService<ILogSealing>().SealAsync(CancellationToken.None);
        var before = Dump();
        await AnswerAsync(_world.Host.Client(), chosen[1].Token, place: 1);
        var after = Dump();
        using (Assert.EnterMultipleScope())
        {
            foreach (var table in before.Keys)
            {
                var (gone, come) = (before[table].Except(after[table]).Count(), after[table].Except(before[table]).Count());
                Assert.That((table, gone, come), Is.EqualTo((table, table == "PulseTickets" ? 1 : 0, table == "PulseAnswers" ? 1 : 0)));
            }
        }

        foreach (var (place, link) in chosen.Index().Skip(2))
        {
            await AnswerAsync(_world.Host.Client(), link.Token, place);
        }

        var open = Dump();
        TiedToNobody(open);
        await _world.CloseAsync(round);
        var closed = Dump();
        TiedToNobody(closed);
        NowhereIn(closed, links.Select(link => link.Token).Concat(links.Select(link => Application.Pulse.PulseLinks.HashOf(link.Token))), "a link or its hash");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(closed["PulseTickets"], Is.Empty);
            Assert.That(closed["PulseAnswers"], Has.Count.EqualTo(chosen.Count));
            Assert.That(closed["PulseAnswers"].Select(row => row.Text("Id")), Is.Ordered, "answers lie in the order of their random keys");
            Assert.That(closed["PulseAnswers"].Select(row => row.Text("Id")).Intersect(open["PulseAnswers"].Select(row => row.Text("Id"))), Is.Empty);
            Assert.That(closed["PulseAnswers"].Select(row => row.Text("StatKey")).Intersect(open["PulseAnswers"].Select(row => row.Text("StatKey"))), Is.Empty);
        }

        Log(links);
    }

    [Test]
    public async Task Tickets_LieInNoOrderThatTellsWhoseTheyAre()
    {
        var (_, links) = await _world.OpenAsync();

        var tickets = Dump()["PulseTickets"].Select(row => row.Text("Hash")).ToList();
        var people = links.OrderBy(link => _world.Asked[link.To].Id.Value).Select(link => Application.Pulse.PulseLinks.HashOf(link.Token)).Where(tickets.Contains).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tickets, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal), "the order of a hash, which is chance");
            Assert.That(people, Has.Count.EqualTo(PulseWorld.People));
            Assert.That(tickets.Where(people.Contains), Is.Not.EqualTo(people));
        }
    }

    [Test]
    public void Columns_HoldNoTimeAndNoPerson()
    {
        var columns = Columns();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(columns["PulseTickets"], Is.EquivalentTo((string[])["Hash", "RoundId", "UnitId"]));
            Assert.That(columns["PulseAnswers"], Is.EquivalentTo((string[])[
                "Id", "RoundId", "UnitId", "StatKey", "Exposure", "Support", "Prevention", "LegalProtection", "LegalKnowledge", "MeasuresKnowledge", "SupportKnowledge",
                "OffDutySafety", "Influence", "OccupationalGroup"]));
        }
    }

    private static async Task AnswerAsync(HttpClient client, string token, int place)
    {
        using var read = await client.GetAsync($"/api/v1/pulse/{token}");
        using var answer = await client.PostJsonAsync($"/api/v1/pulse/{token}/answers", $$"""{"influence": "{{(place % 2 == 0 ? "yes" : "no")}}", "prevention": "enough"}""");
        Assert.That((read.StatusCode, answer.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NoContent)));
    }

    // What tickets and answers hold stands in no other row, but for the round, the unit, and numbers as small as a code.
    private static void TiedToNobody(Dictionary<string, List<Row>> dump)
    {
        var isShared = new[] { "RoundId", "UnitId" };
        var known = dump.Where(table => !Tables.Contains(table.Key)).SelectMany(table => table.Value.SelectMany(row => row.Values.Values)).SelectMany(Ways).ToHashSet(StringComparer.Ordinal);
        var inTickets = dump["PulseTickets"].SelectMany(row => row.Values).Where(value => !isShared.Contains(value.Key)).SelectMany(value => Ways(value.Value)).ToHashSet(StringComparer.Ordinal);
        var inAnswers = dump["PulseAnswers"].SelectMany(row => row.Values).Where(value => !isShared.Contains(value.Key) && !IsCode(value.Key)).SelectMany(value => Ways(value.Value)).ToHashSet(StringComparer.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inTickets.Intersect(known), Is.Empty, "a ticket and another row share a value");
            Assert.That(inAnswers.Intersect(known), Is.Empty, "an answer and another row share a value");
            Assert.That(inAnswers.Intersect(inTickets), Is.Empty, "an answer and a ticket share a value");
            Assert.That(dump["PulseAnswers"].SelectMany(row => row.Values).Where(value => IsCode(value.Key)).Select(value => Convert.ToInt32(value.Value, CultureInfo.InvariantCulture)), Has.All.InRange(0, 63));
        }
    }

    private static void NowhereIn(Dictionary<string, List<Row>> dump, IEnumerable<string> secrets, string what)
    {
        var all = string.Join('\n', dump.Where(table => table.Key != "PulseTickets").SelectMany(table => table.Value).SelectMany(row => row.Values.Values).SelectMany(Ways));
        foreach (var way in secrets.SelectMany(secret => Ways(secret).Concat(Ways(SHA256.HashData(Encoding.ASCII.GetBytes(secret))))))
        {
            Assert.That(all.Contains(way, StringComparison.Ordinal), Is.False, $"{what} stands in the database");
        }
    }

    private static bool IsCode(string column) => column is not ("Id" or "StatKey" or "RoundId" or "UnitId");

    /// <summary>The value in each way that it could be written elsewhere: as text, bytes, hexadecimal, base64 or a GUID.</summary>
    private static IEnumerable<string> Ways(object? value)
    {
        if (value is null or DBNull)
        {
            return [];
        }

        var text = value as string ?? (value is byte[]? null : Convert.ToString(value, CultureInfo.InvariantCulture)!);
        var bytes = value as byte[]
            ?? (Guid.TryParse(text, out var guid) ? guid.ToByteArray()
                : text!.Length % 2 == 0 && text.Length > 8 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text)
                : Encoding.UTF8.GetBytes(text));
        var ways = new List<string> { "hex:" + Convert.ToHexStringLower(bytes), "base64:" + Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_') };
        if (bytes.Length == 16)
        {
            ways.Add("guid:" + new Guid(bytes));
            ways.Add("guid:" + new Guid(bytes, bigEndian: true));
        }

        if (text is not null)
        {
            ways.Add("text:" + text.ToLowerInvariant());
        }

        return ways;
    }

    private void Log(IReadOnlyList<(string To, string Token)> links)
    {
        var log = _world.Log();
        var lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains("/pulse/{token}", StringComparison.Ordinal)).ToList();
        using (Assert.EnterMultipleScope())
        {
            foreach (var (_, token) in links)
            {
                Assert.That(log.Contains(token, StringComparison.Ordinal) || log.Contains(Application.Pulse.PulseLinks.HashOf(token), StringComparison.Ordinal), Is.False, "a link stands in the log");
            }

            Assert.That(lines, Has.Count.GreaterThanOrEqualTo(22), "the calls are logged by their template");
            Assert.That(lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Properties").GetProperty("UserId").GetString()), Has.All.EqualTo("-"), "a call is logged with who made it");
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Directory.GetFiles(_world.Host.Folder, "*.db").Single(),
            Mode = SqliteOpenMode.ReadOnly,
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    private Dictionary<string, List<string>> Columns()
    {
        using var connection = Open();
        return Read(connection, "SELECT m.name AS t, p.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'")
            .GroupBy(row => row.Text("t"), row => row.Text("c")).ToDictionary(table => table.Key, table => table.ToList(), StringComparer.Ordinal);
    }

    /// <summary>Every row of every table, in the order in which they lie in the file.</summary>
    private Dictionary<string, List<Row>> Dump()
    {
        var tables = Columns().Keys.ToList();
        using var connection = Open();
        return tables.ToDictionary(table => table, table => Read(connection, $"SELECT * FROM \"{table}\""), StringComparer.Ordinal);
    }

    private static List<Row> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables as the database gives them.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
        {
            rows.Add(new Row(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => reader.IsDBNull(column) ? null : reader.GetValue(column), StringComparer.Ordinal)));
        }

        return rows;
    }

    private sealed class Row(Dictionary<string, object?> values) : IEquatable<Row>
    {
        private readonly string _all = string.Join('\u0001', values.Select(value => value.Value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value.Value, CultureInfo.InvariantCulture)));

        public Dictionary<string, object?> Values => values;

        public string Text(string column) => Convert.ToString(values[column], CultureInfo.InvariantCulture)!;

        public bool Equals(Row? other) => _all == other?._all;

        public override bool Equals(object? obj) => Equals(obj as Row);

        public override int GetHashCode() => _all.GetHashCode(StringComparison.Ordinal);
    }
}
