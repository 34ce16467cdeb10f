using System.Numerics;

namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>A set of records: a node, a period, and for each attribute the categories in it. However it is asked for, the same set is the same cell.</summary>
/// <param name="Period">0 the year, 1 to 4 the quarters, 5 to 16 the months.</param>
/// <param name="Kind">0 to 4, or 5 for all.</param>
/// <param name="Police">A bit for each category, as in the following.</param>
internal readonly record struct Cell(short Node, byte Period, byte Kind = Cell.AllKinds, byte Police = Cell.AllPolice, byte Setting = Cell.AllSettings, byte Group = Cell.AllGroups, byte Support = Cell.AllSupports)
{
    public const byte AllKinds = 5;
    public const byte AllPolice = 15;
    public const byte AllSettings = 7;
    public const byte AllGroups = 63;
    public const byte AllSupports = 15;
    public const int Periods = 17;

    public bool IsTotal => Kind == AllKinds && Police == AllPolice && Setting == AllSettings && Group == AllGroups && Support == AllSupports;

    public bool HasExposure => Group != AllGroups || Support != AllSupports;

    /// <summary>A bit for each month.</summary>
    public static int MonthsOf(int period) => period switch
    {
        0 => 0xFFF,
        <= 4 => 7 << (3 * (period - 1)),
        _ => 1 << (period - 5),
    };

    public static string Written(int period, int year) => period switch
    {
        0 => $"{year}",
        <= 4 => $"{year}-Q{period}",
        _ => $"{year}-{period - 4:00}",
    };

    public bool Holds(SeededFact fact) =>
        (MonthsOf(Period) >> (fact.Month - 1) & 1) != 0
        && (Kind == AllKinds || (fact.Kinds >> Kind & 1) != 0)
        && (Police >> fact.Police & 1) != 0
        && (Setting >> fact.Setting & 1) != 0
        && (Group >> fact.Group & 1) != 0
        && (Support >> fact.Support & 1) != 0;

    /// <summary>The ways in which the cell is divided into parts that do not overlap, within its node and period or along them.</summary>
    public IEnumerable<(string How, Cell[] Parts)> Divisions(Places places)
    {
        var cell = this;
        if (Period == 0)
        {
            yield return ("periods", [.. Enumerable.Range(1, 4).Select(quarter => cell with { Period = (byte)quarter })]);
        }
        else if (Period <= 4)
        {
            yield return ("periods", [.. Enumerable.Range(5 + (3 * (cell.Period - 1)), 3).Select(month => cell with { Period = (byte)month })]);
        }

        if (places.Below[Node].Length > 0)
        {
            yield return ("nodes", [.. places.Below[Node].Select(node => cell with { Node = node })]);
        }

        foreach (var parts in Split(Police, AllPolice, [1, 2, 12], [4, 8]))
        {
            yield return ("attributes", [.. parts.Select(part => cell with { Police = part })]);
        }

        foreach (var parts in Split(Support, AllSupports, [1, 6, 8], [2, 4]))
        {
            yield return ("attributes", [.. parts.Select(part => cell with { Support = part })]);
        }

        if (Setting == AllSettings)
        {
            yield return ("attributes", [.. Singles(AllSettings).Select(part => cell with { Setting = part })]);
        }

        if (Group == AllGroups)
        {
            yield return ("attributes", [.. Singles(AllGroups).Select(part => cell with { Group = part })]);
        }
    }

    /// <summary>The next larger cells around this one.</summary>
    public IEnumerable<(string How, Cell Around)> Around(Places places)
    {
        if (Kind != AllKinds)
        {
            yield return ("attributes", this with { Kind = AllKinds });
        }

        if (Police != AllPolice)
        {
            yield return ("attributes", this with { Police = AllPolice });
        }

        if (Police is 4 or 8)
        {
            yield return ("attributes", this with { Police = 12 });
        }

        if (Setting != AllSettings)
        {
            yield return ("attributes", this with { Setting = AllSettings });
        }

        if (Group != AllGroups)
        {
            yield return ("attributes", this with { Group = AllGroups });
        }

        if (Support != AllSupports)
        {
            yield return ("attributes", this with { Support = AllSupports });
        }

        if (Support is 2 or 4)
        {
            yield return ("attributes", this with { Support = 6 });
        }

        if (Period > 0)
        {
            yield return ("periods", this with { Period = 0 });
        }

        if (Period > 4)
        {
            yield return ("periods", this with { Period = (byte)(1 + ((Period - 5) / 3)) });
        }

        foreach (var node in places.Above[Node])
        {
            yield return ("nodes", this with { Node = node });
        }
    }

    private static IEnumerable<byte[]> Split(byte standing, byte all, byte[] coarse, byte[] joined)
    {
        if (standing == all)
        {
            yield return coarse;
            yield return Singles(all);
        }
        else if (standing == (joined[0] | joined[1]))
        {
            yield return joined;
        }
    }

    private static byte[] Singles(byte all) => [.. Enumerable.Range(0, BitOperations.PopCount(all)).Select(bit => (byte)(1 << bit))];
}

/// <summary>Which node lies within which: units, employers, two sectors, the country.</summary>
internal sealed class Places
{
    private static readonly string[] Areas = ["sector:municipality", "sector:private_provider", "national"];

    public Places(int employers)
    {
        Employers = employers;
        (FirstArea, Count) = (Units + employers, Units + employers + Areas.Length);
        Below = [.. Enumerable.Range(0, Count).Select(node => BelowOf(node).Select(part => (short)part).ToArray())];
        Above = [.. Enumerable.Range(0, Count).Select(node => AboveOf(node).Select(other => (short)other).ToArray())];
    }

    public int Employers { get; }

    public int Units => Employers * Seed.UnitsOfEmployer;

    public int FirstArea { get; }

    public int Count { get; }

    /// <summary>The parts that the node is made of; none of a unit.</summary>
    public short[][] Below { get; }

    public short[][] Above { get; }

    public static string SectorOf(int employer) => employer % 2 == 0 ? "municipality" : "private_provider";

    public short EmployerNode(int employer) => (short)(Units + employer);

    public bool IsUnit(int node) => node < Units;

    public bool IsArea(int node) => node >= FirstArea;

    /// <summary>Of a unit or an employer.</summary>
    public int EmployerOf(int node) => IsUnit(node) ? node / Seed.UnitsOfEmployer : node - Units;

    /// <summary>As the interface writes areas.</summary>
    public string AreaName(int node) => Areas[node - FirstArea];

    /// <summary>What is the same area by another name, since all employers are in one county.</summary>
    public string AliasOf(int node) => (node - FirstArea) switch
    {
        0 => "sector_county:municipality:01",
        1 => "sector_county:private_provider:01",
        _ => "county:01",
    };

    public bool Holds(int node, int unit)
    {
        var employer = unit / Seed.UnitsOfEmployer;
        return IsUnit(node) ? node == unit
            : !IsArea(node) ? EmployerOf(node) == employer
            : node - FirstArea == 2 || node - FirstArea == employer % 2;
    }

    private IEnumerable<int> BelowOf(int node) =>
        IsUnit(node) ? []
        : !IsArea(node) ? Enumerable.Range(EmployerOf(node) * Seed.UnitsOfEmployer, Seed.UnitsOfEmployer)
        : node - FirstArea == 2 ? [FirstArea, FirstArea + 1]
        : Enumerable.Range(0, Employers).Where(employer => employer % 2 == node - FirstArea).Select(employer => Units + employer);

    private IEnumerable<int> AboveOf(int node) =>
        IsUnit(node) ? [EmployerNode(EmployerOf(node)), .. AboveOf(EmployerNode(EmployerOf(node)))]
        : !IsArea(node) ? [FirstArea + (EmployerOf(node) % 2), FirstArea + 2]
        : node - FirstArea == 2 ? []
        : [FirstArea + 2];
}

/// <summary>What was published: a number, or that it is at most <paramref name="Upper"/>.</summary>
internal readonly record struct Published(int? Value, int Upper);
