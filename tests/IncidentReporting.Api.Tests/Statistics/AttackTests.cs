using System.Globalization;
using System.Text;
using IncidentReporting.Api.Tests.Statistics.Attack;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.TestKit;

namespace IncidentReporting.Api.Tests.Statistics;

/// <summary>
/// The method's acceptance against those who collect everything: both releases are read over the interface by readers who work together, and what they can work out of it is held against the truth.
/// The same attacks on plain counts, and on counts with a threshold alone, show that they do find what can be found.
/// </summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class AttackTests
{
    private const int Employers = 20;
    private const int Compared = 4;
    private const int LeastTargets = 500;

    private static readonly string[] Members =
    [
        "measure", "node", "id", "name", "kind", "period", "by", "cells", "key", "value", "state", "upper", "total", "closed", "code", "reason", "release", "stage", "builtAt", "table",
        "children", "note", "items", "change", "from", "to", "difference", "direction", "perHeadcount", "policeStatus", "police2", "setting", "occupationalGroup", "support", "support2",
    ];

    private readonly CellProtection _protection = new(PerturbationTables.Pt1, new KeyedSlots(Convert.FromBase64String(TestStatistics.Key)));
    private AttackWorld _world = null!;
    private GridDump _first = null!;
    private GridDump _final = null!;
    private Truth _truthOfFirst = null!;
    private Truth _truth = null!;
    private string _log = string.Empty;

    [OneTimeSetUp]
    public async Task CollectAsync()
    {
        _world = await AttackWorld.StartAsync(Employers, seed: 2025);
        await _world.FreezeAsync(_world.Seed.First, month: 2, day: 2);
        _first = await GridDump.TakeAsync(_world, twice: false);
        await _world.FreezeAsync(_world.Seed.Final, month: 4, day: 1);
        _final = await GridDump.TakeAsync(_world, twice: true);
        var asked = _first.Cells.Keys.Union(_final.Cells.Keys).Union(Targets()).Union(Ungated()).ToList();
        _truthOfFirst = new Truth(asked, _world.Seed.First, _world.Places);
        _truth = new Truth(asked, _world.Seed.Final, _world.Places);
        _log = string.Concat(Directory.GetFiles(Path.Combine(_world.Host.Folder, "logs")).Select(ReadShared));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public void Everything_ThatIsShown_IsTheTruthWithItsNoise()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (dump, truth) in new[] { (_first, _truthOfFirst), (_final, _truth) })
            {
                var wrong = dump.Cells.Where(cell => cell.Value != Expected(cell.Key, truth.Sums[cell.Key])).ToList();
                Assert.That(dump.Faults, Is.Empty, "the same records by two paths, or a gate");
                Assert.That(wrong, Is.Empty);
                Assert.That(dump.Cells.Count(cell => cell.Value.Value is { } value && value != truth[cell.Key]), Is.GreaterThan(10_000), "most numbers are changed");
            }
        }
    }

    [Test]
    public void Answers_AndLog_HoldNoKeyAndNothingButWhatIsPromised()
    {
        var keys = _world.Seed.First.Concat(_world.Seed.Final).Select(fact => fact.Key)
            .Concat(_truth.Sums.Values.Select(sum => sum.Key)).Concat(_truthOfFirst.Sums.Values.Select(sum => sum.Key)).Where(key => key > 0xFFFF).ToHashSet();
        var ways = keys.SelectMany(key => (string[])[key.ToString(CultureInfo.InvariantCulture), key.ToString("x", CultureInfo.InvariantCulture), key.ToString("x8", CultureInfo.InvariantCulture)])
            .Where(way => way.Length > 6).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var logged = _log.Split([' ', '"', ',', ':', '{', '}', '\n', '=', '/', '?', '&', '.'], StringSplitOptions.RemoveEmptyEntries);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_first.Words.Concat(_final.Words).Where(ways.Contains), Is.Empty, "a key stands in an answer");
            Assert.That(_first.Members.Concat(_final.Members).Except(Members), Is.Empty, "an answer has a member that is not promised");
            Assert.That(logged.Where(ways.Contains), Is.Empty, "a key stands in the log");
            Assert.That(_log, Does.Contain("statistics/table"), "the calls are logged");
            foreach (var name in (string[])["statKey", "keySum", "slot\"", "cellKey", "noise"])
            {
                Assert.That(_log, Does.Not.Contain(name).IgnoreCase);
            }
        }
    }

    [Test]
    public void Attacks_OnEverythingPublished_FindLittle()
    {
        var (places, seed, table) = (_world.Places, _world.Seed, new Noise(isPlain: false));
        var shown = _final.Cells;
        var nested = Differences.Nested(shown, _truth, places);
        nested["releases"] = Differences.Releases(_first.Cells, shown, _truthOfFirst, _truth, seed, places);
        var parts = Differences.Parts(shown, _truth, places);
        var closed = Targets().Where(target => !shown.ContainsKey(target)).ToDictionary(target => target, _ => new Published(null, Noise.Most - 20));
        var bounds = LinearBounds.Of(shown.Concat(closed).ToDictionary(), places, table);
        var (pinned, narrowest) = LinearBounds.Attack(bounds, _truth);
        var attack = new AllCells(shown, _first.Cells, places, seed.Headcounts, table, bounds);
        var blind = attack.Attack(Employers, _truth, Told.Nothing);
        var guess = attack.Attack(Employers, _truth, Told.Totals);
        var found = attack.Attack(Employers, _truth, Told.Everything);

        var plain = Control(threshold: 0);
        var threshold = Control(threshold: 5);
        TestContext.Out.WriteLine(Report(nested, parts, blind, guess, found, pinned, narrowest, plain, threshold));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(nested.Values.Sum(outcome => outcome.Targets), Is.GreaterThanOrEqualTo(LeastTargets));
            foreach (var (how, outcome) in nested)
            {
                Assert.That(outcome.Share, Is.LessThanOrEqualTo(0.25), $"nested, {how}");
            }

            Assert.That(parts.Values.Sum(outcome => outcome.Targets), Is.GreaterThanOrEqualTo(LeastTargets));
            foreach (var (how, outcome) in parts)
            {
                Assert.That(outcome.Share, Is.LessThanOrEqualTo(0.25), $"parts, {how}");
            }

            Assert.That(found.Right.Targets, Is.GreaterThanOrEqualTo(LeastTargets));
            Assert.That(found.SureAndRight.Share, Is.LessThanOrEqualTo(0.005), "sure and right");
            Assert.That(found.Right.Share - guess.Right.Share, Is.LessThanOrEqualTo(0.10), "advantage over the guess");
            Assert.That(found.RightWhenTold.Share - guess.RightWhenTold.Share, Is.LessThanOrEqualTo(0.10), "advantage over the guess, told");
            Assert.That(pinned.Targets, Is.GreaterThanOrEqualTo(LeastTargets));
            Assert.That(pinned.Hits, Is.Zero, "pinned by linear bounds");

            // The same attacks where nothing protects: they do find what can be found.
            Assert.That(plain.Nested.Values.Concat(plain.Parts.Values).Select(outcome => outcome.Share), Has.All.EqualTo(1.0));
            Assert.That(plain.Found.SureAndRight.Share, Is.GreaterThan(0.95));
            Assert.That(plain.Pinned.Share, Is.EqualTo(1.0));
            Assert.That(threshold.Nested.Values.Select(outcome => outcome.Share), Has.All.EqualTo(1.0));
            Assert.That(threshold.Found.RightWhenTold.Share - found.RightWhenTold.Share, Is.GreaterThan(0.03));
            Assert.That(threshold.Pinned.Share, Is.GreaterThan(0.05));
        }
    }

    private IEnumerable<Cell> Targets() =>
        Enumerable.Range(0, _world.Places.Units).SelectMany(unit => Enumerable.Range(0, 5).Select(kind => new Cell((short)unit, 0, (byte)kind)));

    // Without gates there would be these tables too, of which the comparison uses some.
    private IEnumerable<Cell> Ungated() =>
        from unit in Enumerable.Range(0, Compared * Seed.UnitsOfEmployer)
        from period in Enumerable.Range(0, 5)
        from kind in Enumerable.Range(0, Cell.AllKinds + 1)
        from police in period == 0 ? (byte[])[1, 2, 4, 8, Cell.AllPolice] : [Cell.AllPolice]
        from setting in period == 0 && police == Cell.AllPolice ? (byte[])[1, 2, 4, Cell.AllSettings] : [Cell.AllSettings]
        select new Cell((short)unit, (byte)period, (byte)kind, police, setting);

    private Published Expected(Cell cell, CellSum sum)
    {
        var value = (int)_protection.Publish(NoiseMeasure.Incidents, sum);
        var upper = cell.Support == Cell.AllSupports ? 4 : 9;
        return value > upper ? new Published(value, 0) : new Published(null, upper);
    }

    private ControlOutcome Control(int threshold)
    {
        var shown = _truth.Plain(threshold);
        var noise = new Noise(isPlain: true);
        var bounds = LinearBounds.Of(shown, _world.Places, noise);
        return new ControlOutcome(
            Differences.Nested(shown, _truth, _world.Places),
            Differences.Parts(shown, _truth, _world.Places),
            new AllCells(shown, shown, _world.Places, _world.Seed.Headcounts, noise, threshold == 0 ? [] : bounds).Attack(Compared, _truth, Told.Everything),
            LinearBounds.Attack(bounds, _truth).Pinned);
    }

    private string Report(
        Dictionary<string, Outcome> nested, Dictionary<string, Outcome> parts, Found blind, Found guess, Found found, Outcome pinned, int narrowest, ControlOutcome plain, ControlOutcome threshold)
    {
        var text = new StringBuilder().AppendLine().AppendLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Attack run: {Employers} employers of {Seed.UnitsOfEmployer} units, {_world.Seed.Final.Count} incidents; {_first.Calls + _final.Calls} calls, {_first.Cells.Count} and {_final.Cells.Count} cells of two releases."));
        Line(text, "true cells or differences of 1-4; found exactly", "this method", "threshold alone", "plain counts");
        foreach (var (how, outcome) in nested)
        {
            Line(text, $"nested pair, {how}", outcome, threshold.Nested.GetValueOrDefault(how), plain.Nested.GetValueOrDefault(how));
        }

        foreach (var (how, outcome) in parts)
        {
            Line(text, $"total minus the other parts, {how}", outcome, threshold.Parts[how], plain.Parts[how]);
        }

        Line(text, "all cells at once, unit x year x kind", found.Right, threshold.Found.Right, plain.Found.Right);
        Line(text, "  guess without unit tables (totals known)", guess.Right, null, null);
        Line(text, "  guess from headcounts alone", blind.Right, null, null);
        Line(text, "  attack, told that it is 1-4", found.RightWhenTold, threshold.Found.RightWhenTold, plain.Found.RightWhenTold);
        Line(text, "  guess without unit tables, told the same", guess.RightWhenTold, null, null);
        Line(text, "  guess from headcounts alone, told the same", blind.RightWhenTold, null, null);
        Line(text, "  both sure (95 %) and right", found.SureAndRight, threshold.Found.SureAndRight, plain.Found.SureAndRight);
        Line(text, $"pinned by linear bounds (narrowest spans {narrowest})", pinned, threshold.Pinned, plain.Pinned);
        return text.AppendLine("Under plain counts all cells are combined without the cell itself, which would say it outright.").ToString();
    }

    private static void Line(StringBuilder text, string what, object? one, object? other, object? third) =>
        text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{what,-50} {one,-18} {other,-18} {third}"));

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private sealed record ControlOutcome(Dictionary<string, Outcome> Nested, Dictionary<string, Outcome> Parts, Found Found, Outcome Pinned);
}
