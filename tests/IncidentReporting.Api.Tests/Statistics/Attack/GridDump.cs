using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>All that readers can get of one release: every node, period and combination of attributes that the gates let through.</summary>
internal sealed class GridDump
{
    private readonly AttackWorld _world;
    private readonly ConcurrentDictionary<Cell, Published> _cells = new();
    private readonly ConcurrentDictionary<string, byte> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _faults = new();
    private int _calls;

    private GridDump(AttackWorld world) => _world = world;

    public IReadOnlyDictionary<Cell, Published> Cells => _cells;

    public int Calls => _calls;

    /// <summary>Every word and number that stood in any answer or its headers.</summary>
    public IReadOnlyCollection<string> Words => [.. _words.Keys];

    /// <summary>The names of all members of all answers.</summary>
    public IReadOnlyCollection<string> Members => [.. _members.Keys];

    /// <summary>Where two paths to the same records gave two numbers, or the gates were not as the method says.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <param name="twice">Lets one reader also ask for what the gates close and for what is known from another fact already, to see that it is so.</param>
    public static async Task<GridDump> TakeAsync(AttackWorld world, bool twice)
    {
        var dump = new GridDump(world);
        var places = world.Places;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, places.Employers),
            new ParallelOptions { MaxDegreeOfParallelism = 3 },
            async (employer, ct) =>
            {
                using var client = await world.ReaderAsync(employer);
                await dump.TakeAsync(client, places.EmployerNode(employer), withUnits: true, whole: twice && employer == 0, ct);
            });
        using var anyone = await world.ReaderAsync(0);
        await dump.TakeFilesAsync(anyone);
        await Parallel.ForEachAsync(
            Enumerable.Range(places.FirstArea, places.Count - places.FirstArea),
            new ParallelOptions { MaxDegreeOfParallelism = 3 },
            async (area, ct) =>
            {
                await dump.TakeAsync(anyone, (short)area, withUnits: false, whole: false, ct);
                foreach (var level in Codebook.Incidents.Levels)
                {
                    await dump.SeriesAsync(anyone, "incidents", (short)area, places.AliasOf(area), "quarter", level, ct);
                }
            });
        return dump;
    }

    private async Task TakeAsync(HttpClient client, short node, bool withUnits, bool whole, CancellationToken ct)
    {
        foreach (var fact in (string[])["incidents", "exposures"])
        {
            foreach (var kind in (string[])["year", "quarter", "month"])
            {
                foreach (var level in Codebook.Of(FactOf(fact)).Levels.Where(level => whole || IsNew(fact, [level])).Cast<StatLevel?>().Append(null))
                {
                    await SeriesAsync(client, fact, node, _world.NameOf(node), kind, level, ct);
                }
            }

            for (var period = 0; period < Cell.Periods; period++)
            {
                if (withUnits && (whole || fact == "incidents"))
                {
                    await TableAsync(client, fact, node, period, [], withUnits: true, ct);
                }

                foreach (var by in Combinations(FactOf(fact)))
                {
                    var units = withUnits && UnitsOf(node).Any(unit => IsOpen(unit, period, by));
                    if ((whole && period is 0 or 1 or 5) || (IsNew(fact, by) && (units || (by.Count > 1 && IsOpen(node, period, by)))))
                    {
                        await TableAsync(client, fact, node, period, by, withUnits && (units || whole), ct);
                    }
                }
            }
        }
    }

    // An exposure is here the same record as its incident, with the same key: one employer's reader makes sure of it.
    private static bool IsNew(string fact, IReadOnlyList<StatLevel> by) => fact == "incidents" || by.Any(level => level.Attribute.Name is "occupationalGroup" or "support");

    private static StatFactKind FactOf(string fact) => fact == "incidents" ? StatFactKind.Incidents : StatFactKind.Exposures;

    private static List<List<StatLevel>> Combinations(StatFactKind fact)
    {
        var levels = Codebook.Of(fact).Levels;
        var found = new List<List<StatLevel>>();
        for (var first = 0; first < levels.Count; first++)
        {
            found.Add([levels[first]]);
            for (var second = first + 1; second < levels.Count; second++)
            {
                found.Add([levels[first], levels[second]]);
                for (var third = second + 1; third < levels.Count; third++)
                {
                    found.Add([levels[first], levels[second], levels[third]]);
                }
            }
        }

        return [.. found.Where(by => by.Select(level => level.Attribute).Distinct().Count() == by.Count)];
    }

    private IEnumerable<short> UnitsOf(short node) => _world.Places.Below[node];

    // As section 7 of the method has it, from what was published: written here once more, on purpose.
    private bool IsOpen(short node, int period, List<StatLevel> by)
    {
        if (!_cells.TryGetValue(new Cell(node, (byte)period), out var total) || total.Value is not { } count)
        {
            return false;
        }

        var year = _cells[new Cell(node, 0)].Value ?? 0;
        var threshold = by.Exists(level => level.Attribute.Name == "support") ? 10 : 5;
        return (!_world.Places.IsUnit(node) || _world.Seed.Headcounts[node] >= 10)
            && (period is 0 or > 4 || year >= 20)
            && (period <= 4 || year >= 60)
            && count >= Math.Max(20, threshold * by.Aggregate(1, (product, level) => product * level.CategoryCount));
    }

    private async Task SeriesAsync(HttpClient client, string fact, short node, string name, string kind, StatLevel? by, CancellationToken ct)
    {
        var first = kind switch { "year" => 0, "quarter" => 1, _ => 5 };
        var (from, to) = kind == "month" ? ("-01", "-12") : (string.Empty, string.Empty);
        using var answer = await GetAsync(
            client, $"series?measure={fact}&node={name}&period={kind}&from={AttackWorld.Year}{from}&to={AttackWorld.Year}{to}&by={by?.Name}", ct);
        var period = first;
        foreach (var point in answer.RootElement.GetProperty("items").EnumerateArray())
        {
            Take(point, node, period++, by is null ? [] : [by]);
        }

        // What is told of a change follows from two numbers that are shown.
        if (answer.RootElement.GetProperty("change") is { ValueKind: JsonValueKind.Object } change)
        {
            var ends = answer.RootElement.GetProperty("items").EnumerateArray()
                .Where(point => point.GetProperty("period").GetString() is { } at && (at == change.GetProperty("from").GetString() || at == change.GetProperty("to").GetString()))
                .Select(point => point.GetProperty("total").GetProperty("value")).ToList();
            if (ends.Count != 2 || ends.Exists(end => end.ValueKind != JsonValueKind.Number) || ends[1].GetInt64() - ends[0].GetInt64() != change.GetProperty("difference").GetInt64())
            {
                _faults.Enqueue($"{node} {kind}: the change is not the difference of what is shown.");
            }
        }
    }

    private async Task TableAsync(HttpClient client, string fact, short node, int period, List<StatLevel> by, bool withUnits, CancellationToken ct)
    {
        using var answer = await GetAsync(
            client,
            $"table?measure={fact}&node={_world.NameOf(node)}&period={Cell.Written(period, AttackWorld.Year)}&by={string.Join(',', by.Select(level => level.Name))}{(withUnits ? "&children=units" : null)}",
            ct);
        Take(answer.RootElement, node, period, by);
        if (withUnits)
        {
            foreach (var (child, unit) in answer.RootElement.GetProperty("children").EnumerateArray().Zip(UnitsOf(node)))
            {
                if (child.GetProperty("node").GetProperty("id").GetString() != _world.NameOf(unit))
                {
                    _faults.Enqueue("The units are not in the order of their names.");
                }

                Take(child, unit, period, by);
            }
        }
    }

    private void Take(JsonElement table, short node, int period, List<StatLevel> by)
    {
        Take(new Cell(node, (byte)period), table.GetProperty("total"));
        var isOpen = by.Count == 0 || IsOpen(node, period, by);
        foreach (var cell in table.GetProperty("cells").EnumerateArray())
        {
            if (by.Count > 0 && (cell.GetProperty("state").GetString() != "closed") != isOpen)
            {
                _faults.Enqueue($"{node} {period} {string.Join(',', by.Select(level => level.Name))}: the gate is not as the method has it.");
                return;
            }

            Take(CellOf(node, period, by, cell.GetProperty("key")), cell);
        }
    }

    private void Take(Cell at, JsonElement shown)
    {
        var value = shown.GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : (int?)null;
        var state = shown.GetProperty("state").GetString();
        var upper = shown.GetProperty("upper") is { ValueKind: JsonValueKind.Number } most ? most.GetInt32() : 0;
        if ((state == "ok") != (value is not null) || (state == "small") != (upper > 0))
        {
            _faults.Enqueue($"{at}: {state} {value} {upper}");
        }

        if (state != "closed")
        {
            var published = new Published(value, upper);
            var before = _cells.GetOrAdd(at, published);
            if (before != published)
            {
                _faults.Enqueue($"{at}: {before} by one path and {published} by another.");
            }
        }
    }

    private static Cell CellOf(short node, int period, List<StatLevel> by, JsonElement key)
    {
        var cell = new Cell(node, (byte)period);
        foreach (var level in by)
        {
            var category = level.Categories.ToList().IndexOf(key.GetProperty(level.Name).GetString()!);
            var mask = (byte)level.Parts[category].Sum(part => 1 << part);
            cell = level.Attribute.Name switch
            {
                "kind" => cell with { Kind = (byte)category },
                "policeStatus" => cell with { Police = mask },
                "setting" => cell with { Setting = mask },
                "occupationalGroup" => cell with { Group = mask },
                _ => cell with { Support = mask },
            };
        }

        return cell;
    }

    // The same as files: of each row the number, or the words for a small one, as the table shows them.
    private async Task TakeFilesAsync(HttpClient client)
    {
        var node = _world.Places.EmployerNode(0);
        foreach (var level in Codebook.Incidents.Levels)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get, $"/api/v1/statistics/table?node={_world.NameOf(node)}&period={AttackWorld.Year}&by={level.Name}&children=units");
            request.Headers.Add("Accept", "text/csv");
            using var answer = await client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.Content.Headers.ContentType?.MediaType != "text/csv")
            {
                _faults.Enqueue("A table is not to be had as a file.");
            }

            Note(text);
            var shown = _cells.Where(cell => cell.Key.Period == 0 && (cell.Key.Node == node || UnitsOf(node).Contains(cell.Key.Node))).Select(cell => cell.Value.Value ?? -1).ToHashSet();
            foreach (var line in text.Split('\n'))
            {
                if (int.TryParse(line.TrimEnd('\r').Split(',', ';')[^1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && !shown.Contains(value) && value != AttackWorld.Year)
                {
                    _faults.Enqueue($"A file has {value}, which no table shows.");
                }
            }
        }
    }

    private async Task<JsonDocument> GetAsync(HttpClient client, string query, CancellationToken ct)
    {
        using var answer = await client.GetAsync("/api/v1/statistics/" + query, ct);
        var body = await answer.Content.ReadAsByteArrayAsync(ct);
        Interlocked.Increment(ref _calls);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{query}: {Encoding.UTF8.GetString(body)}");
        }

        Note(Encoding.UTF8.GetString(body));
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length")))
        {
            Note(string.Join(' ', header.Value));
        }

        NoteMembers(body);
        return JsonDocument.Parse(body);
    }

    private void NoteMembers(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                _members.TryAdd(reader.GetString()!, 0);
            }
        }
    }

    private void Note(string text)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && char.IsAsciiLetterOrDigit(text[index]))
            {
                start = start < 0 ? index : start;
            }
            else if (start >= 0)
            {
                var word = text.AsSpan(start, index - start);
                if (!words.ContainsKey(word))
                {
                    words.TryAdd(word, 0);
                }

                start = -1;
            }
        }
    }
}
