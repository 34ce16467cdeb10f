namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>What can be said for sure: no number is off by more than five, none is below zero, and parts make up their totals. Drawn tighter until nothing moves.</summary>
internal sealed class LinearBounds
{
    private readonly Dictionary<Cell, int> _index;
    private readonly int[] _low;
    private readonly int[] _high;

    private LinearBounds(IReadOnlyDictionary<Cell, Published> shown, Noise noise)
    {
        _index = shown.Keys.Select((cell, index) => (cell, index)).ToDictionary(pair => pair.cell, pair => pair.index);
        (_low, _high) = (new int[_index.Count], new int[_index.Count]);
        foreach (var (cell, published) in shown)
        {
            (_low[_index[cell]], _high[_index[cell]]) = noise.Range(published);
        }
    }

    /// <summary>Of every cell that is shown the least and the most that it can hold.</summary>
    public static Dictionary<Cell, (int Low, int High)> Of(IReadOnlyDictionary<Cell, Published> shown, Places places, Noise noise)
    {
        var bounds = new LinearBounds(shown, noise);
        bounds.Tighten(shown.Keys, places);
        return bounds._index.ToDictionary(cell => cell.Key, cell => (bounds._low[cell.Value], bounds._high[cell.Value]));
    }

    /// <summary>Cells of one to four records that are pinned, and the narrowest interval around any.</summary>
    public static (Outcome Pinned, int Narrowest) Attack(Dictionary<Cell, (int Low, int High)> bounds, Truth truth)
    {
        var pinned = new Outcome();
        var narrowest = int.MaxValue;
        foreach (var (cell, (low, high)) in bounds)
        {
            if (truth[cell] is >= 1 and <= 4)
            {
                var span = high - low;
                pinned.Count(span == 0);
                narrowest = Math.Min(narrowest, span);
            }
        }

        return (pinned, narrowest);
    }

    private void Tighten(IEnumerable<Cell> cells, Places places)
    {
        var (sums, kinds) = (new List<(int Total, int[] Parts, bool IsWhole)>(), new List<(int Total, int[] Parts)>());
        foreach (var cell in cells)
        {
            foreach (var (_, parts) in cell.Divisions(places))
            {
                var known = parts.Where(_index.ContainsKey).Select(part => _index[part]).ToArray();
                if (known.Length > 0)
                {
                    sums.Add((_index[cell], known, known.Length == parts.Length));
                }
            }

            var answers = Enumerable.Range(0, 5).Select(kind => cell with { Kind = (byte)kind }).Where(_index.ContainsKey).Select(part => _index[part]).ToArray();
            if (cell.Kind == Cell.AllKinds && answers.Length == 5)
            {
                kinds.Add((_index[cell], answers));
            }
        }

        for (var (moved, round) = (true, 0); moved && round < 60; round++)
        {
            moved = false;
            foreach (var (total, parts, isWhole) in sums)
            {
                moved |= TightenSum(total, parts, isWhole);
            }

            foreach (var (total, parts) in kinds)
            {
                moved |= TightenKinds(total, parts);
            }
        }
    }

    // Without all its parts a total is only known to be no less than those there are.
    private bool TightenSum(int total, int[] parts, bool isWhole)
    {
        var (low, high) = (parts.Sum(part => _low[part]), isWhole ? parts.Sum(part => _high[part]) : int.MaxValue);
        var moved = Raise(total, low) | (isWhole && Lower(total, high));
        foreach (var part in parts)
        {
            moved |= Lower(part, _high[total] - (low - _low[part]));
            moved |= isWhole && Raise(part, _low[total] - (high - _high[part]));
        }

        return moved;
    }

    // Every record has at least one kind, and may have several.
    private bool TightenKinds(int total, int[] parts)
    {
        var high = parts.Sum(part => _high[part]);
        var moved = Lower(total, high) | Raise(total, parts.Max(part => _low[part]));
        foreach (var part in parts)
        {
            moved |= Lower(part, _high[total]) | Raise(part, _low[total] - (high - _high[part]));
        }

        return moved;
    }

    private bool Raise(int cell, int to)
    {
        if (to <= _low[cell])
        {
            return false;
        }

        _low[cell] = to;
        return true;
    }

    private bool Lower(int cell, int to)
    {
        if (to >= _high[cell])
        {
            return false;
        }

        _high[cell] = to;
        return true;
    }
}
