using System.Numerics;
using System.Runtime.InteropServices;

namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>How well small cells of unit, year and kind were found.</summary>
/// <param name="Right">The likeliest count was the true one.</param>
/// <param name="RightWhenTold">The same, when the attacker is told that it is one to four.</param>
/// <param name="SureAndRight">The likeliest count was the true one, and held to be so with 95 % or more.</param>
internal sealed record Found(Outcome Right, Outcome RightWhenTold, Outcome SureAndRight)
{
    public static Found None() => new(new Outcome(), new Outcome(), new Outcome());
}

/// <summary>What the attacker takes of the units.</summary>
internal enum Told
{
    /// <summary>Only headcounts.</summary>
    Nothing,

    /// <summary>Their published totals.</summary>
    Totals,

    /// <summary>Every table that is open.</summary>
    Everything,
}

/// <summary>
/// All cells at once: every published number of an employer, its units, both releases and what its neighbours leave of the area around them is one equation in a linear system. The counts
/// are held to be about what headcounts, totals and margins let expect; the system is solved for each small cell (best linear prediction), and the number shown for the cell
/// itself is weighed by the exact distribution of the noise, within the linear bounds.
/// </summary>
internal sealed class AllCells(
    IReadOnlyDictionary<Cell, Published> shown, IReadOnlyDictionary<Cell, Published> earlier, Places places, int[] headcounts, Noise noise,
    Dictionary<Cell, (int Low, int High)> bounds)
{
    private const int MostEquations = 850;
    private const double Habit = 1.0 / 13;
    private const double Sure = 0.95;

    private readonly IReadOnlyDictionary<Cell, Published> _shown = shown;
    private readonly IReadOnlyDictionary<Cell, Published> _earlier = earlier;
    private readonly Places _places = places;
    private readonly int[] _headcounts = headcounts;
    private readonly Noise _noise = noise;
    private readonly Dictionary<Cell, (int Low, int High)> _bounds = bounds;

    public Found Attack(int employers, Truth truth, Told told)
    {
        var found = Found.None();
        foreach (var employer in Enumerable.Range(0, employers))
        {
            new Solution(this, employer, told).Attack(truth, found, told);
        }

        return found;
    }

    private readonly record struct Equation(Cell Cell, double Mean, double Value, double Noise);

    private sealed class Solution
    {
        private readonly AllCells _attack;
        private readonly short _employer;
        private readonly double _total;
        private readonly double[] _units = new double[Seed.UnitsOfEmployer];
        private readonly double[] _kinds;
        private readonly double[] _police;
        private readonly double[] _settings;
        private readonly double[] _groups;
        private readonly double[] _supports;
        private readonly double _answers;
        private readonly double _both;
        private readonly double[] _spread = new double[Seed.UnitsOfEmployer];
        private readonly double[] _squared = new double[Seed.UnitsOfEmployer];
        private readonly List<Equation> _equations = [];

        public Solution(AllCells attack, int employer, Told told)
        {
            _attack = attack;
            _employer = attack._places.EmployerNode(employer);
            var all = new Cell(_employer, 0);
            _total = Number(all);
            _kinds = [.. Enumerable.Range(0, 5).Select(kind => Number(all with { Kind = (byte)kind }) / _total)];
            _police = Shares(4, bit => all with { Police = bit });
            _settings = Shares(3, bit => all with { Setting = bit });
            _groups = Shares(6, bit => all with { Group = bit });
            _supports = Shares(4, bit => all with { Support = bit });

            // How often a record has two kinds at once, from how much the kinds together exceed the total.
            var pairs = 0.0;
            for (var one = 0; one < 5; one++)
            {
                for (var other = 0; other < one; other++)
                {
                    pairs += _kinds[one] * _kinds[other];
                }
            }

            _answers = _kinds.Sum();
            _both = Math.Max(0.01, _answers - 1) / pairs;
            Weigh(employer, told);
            Collect(told);
        }

        public void Attack(Truth truth, Found found, Told told)
        {
            var factor = Factor();
            var weights = Solve(factor, [.. _equations.Select(equation => equation.Value - equation.Mean)]);
            for (var unit = 0; unit < Seed.UnitsOfEmployer; unit++)
            {
                for (byte kind = 0; kind < 5; kind++)
                {
                    var target = new Cell((short)(((_employer - _attack._places.Units) * Seed.UnitsOfEmployer) + unit), 0, kind);
                    if (truth[target] is >= 1 and <= 4 and var count)
                    {
                        Judge(Within(target, Belief(target, factor, weights), told), count, found);
                    }
                }
            }
        }

        // What the linear bounds exclude is out of the question.
        private double[] Within(Cell target, double[] belief, Told told) => told != Told.Everything || !_attack._bounds.TryGetValue(target, out var bounds)
            ? belief
            : Noise.Normalised([.. belief.Select((likely, count) => count >= bounds.Low && count <= bounds.High ? likely + 1e-12 : 0)]);

        private static void Judge(double[] belief, int count, Found found)
        {
            var likeliest = Array.IndexOf(belief, belief.Max());
            found.Right.Count(likeliest == count);
            found.RightWhenTold.Count(Array.IndexOf(belief, belief[1..5].Max(), 1) == count);
            found.SureAndRight.Count(likeliest == count && belief[likeliest] >= Sure);
        }

        private double[] Belief(Cell target, double[][] factor, double[] weights)
        {
            var along = _equations.Select(equation => Covariance(target, equation.Cell)).ToArray();
            var half = Solve(factor, along);
            var mean = MeanOf(target) + Dot(half, weights, half.Length);
            var variance = Math.Max(Covariance(target, target) - Dot(half, half, half.Length), 1e-6);
            var own = _equations.FindIndex(equation => equation.Cell == target);
            if (own < 0)
            {
                return Noise.Spread(mean, variance);
            }

            // Without the cell's own number, which comes back exactly; or not at all where there is no noise, since it would be all there is to find.
            var equation = _equations[own];
            var precision = Math.Max((1 / variance) - (1 / equation.Noise), 1e-4);
            var rest = ((mean / variance) - (equation.Value / equation.Noise)) / precision;
            var belief = Noise.Spread(rest, 1 / precision);
            return _attack._noise.IsPlain && _attack._shown[target].Value is not null
                ? belief
                : Noise.Normalised([.. belief.Select((likely, count) => likely * _attack._noise.Of(_attack._shown[target], count))]);
        }

        private double Number(Cell cell) => _attack._shown.TryGetValue(cell, out var shown) ? shown.Value ?? (shown.Upper / 2.0) : 0.5;

        private double[] Shares(int count, Func<byte, Cell> part)
        {
            var parts = Enumerable.Range(0, count).Select(bit => Number(part((byte)(1 << bit)))).ToArray();
            return [.. parts.Select(one => one / parts.Sum())];
        }

        private void Weigh(int employer, Told told)
        {
            var first = employer * Seed.UnitsOfEmployer;
            var staff = (double)_attack._headcounts.Skip(first).Take(Seed.UnitsOfEmployer).Sum();
            for (var unit = 0; unit < Seed.UnitsOfEmployer; unit++)
            {
                var expected = _total * _attack._headcounts[first + unit] / staff;
                var published = told == Told.Nothing ? null : _attack._shown.TryGetValue(new Cell((short)(first + unit), 0), out var total) ? total : (Published?)null;
                _units[unit] = published is not { } known ? expected : known.Value ?? Math.Clamp(expected, 2, known.Upper + 2);
                _spread[unit] = published?.Value is null ? 0.2 : 0.05;
            }

            var sum = _units.Sum();
            for (var unit = 0; unit < Seed.UnitsOfEmployer; unit++)
            {
                _units[unit] /= sum;
                _squared[unit] = _units[unit] * _units[unit];
                _spread[unit] *= _squared[unit];
            }
        }

        private void Collect(Told told)
        {
            var places = _attack._places;
            var own = _attack._shown
                .Where(shown => shown.Key.Node == _employer || (places.IsUnit(shown.Key.Node) && places.EmployerOf(shown.Key.Node) == places.EmployerOf(_employer)))
                .Where(shown => !places.IsUnit(shown.Key.Node) || told == Told.Everything || (told == Told.Totals && shown.Key is { IsTotal: true, Period: 0 }))
                .Where(shown => shown.Key.Period == 0 || !shown.Key.HasExposure)
                .OrderBy(shown => shown.Key.Period switch { 0 => 0, <= 4 => 1, _ => 2 })
                .ThenByDescending(shown => places.IsUnit(shown.Key.Node))
                .ThenBy(shown => shown.Key.HasExposure)
                .ThenBy(shown => shown.Key.Kind == Cell.AllKinds)
                .ThenBy(shown => shown.Key.GetHashCode())
                .Take(MostEquations);
            foreach (var (cell, published) in own)
            {
                var (mean, spread) = (MeanOf(cell), Covariance(cell, cell));
                if (Site(published, mean, spread) is { } site)
                {
                    var (value, doubt) = Joined(cell, published, site.Value, site.Noise);
                    _equations.Add(new Equation(cell, mean, value, doubt));
                }
            }
        }

        // A number, or the knowledge that it is small, as a measurement with normal noise.
        private (double Value, double Noise)? Site(Published published, double mean, double spread)
        {
            if (published.Value is { } value && (_attack._noise.IsPlain || value >= 15))
            {
                return (value, _attack._noise.Variance);
            }

            var before = Noise.Spread(mean, spread);
            var after = Noise.Normalised([.. before.Select((likely, count) => likely * _attack._noise.Of(published, count))]);
            var (meanBefore, varianceBefore) = Moments(before);
            var (meanAfter, varianceAfter) = Moments(after);
            var precision = (1 / Math.Max(varianceAfter, 1e-6)) - (1 / varianceBefore);
            return precision <= 1e-6 ? null : (((meanAfter / Math.Max(varianceAfter, 1e-6)) - (meanBefore / varianceBefore)) / precision, 1 / precision);
        }

        // The earlier release of the cell, and what the other employers leave of the area around it, are measurements of nearly or just the same.
        private (double Value, double Noise) Joined(Cell cell, Published published, double value, double doubt)
        {
            var (precision, sum) = (1 / doubt, value / doubt);
            if (_attack._earlier.TryGetValue(cell, out var before) && before.Value is { } old && published.Value is { } now && old != now)
            {
                var late = _attack._noise.Variance + 1 + (0.1 * now);
                precision += 1 / late;
                sum += old / late;
            }

            if (cell.Node == _employer && !_attack._noise.IsPlain)
            {
                var corner = _attack._places.Above[_employer][0];
                var others = _attack._places.Below[corner].Where(node => node != _employer).Select(node => cell with { Node = node }).ToList();
                if (_attack._shown.TryGetValue(cell with { Node = corner }, out var around) && around.Value is { } whole
                    && others.TrueForAll(other => _attack._shown.TryGetValue(other, out var there) && there.Value is not null))
                {
                    var noise = _attack._noise.Variance * (1 + others.Count);
                    precision += 1 / noise;
                    sum += (whole - others.Sum(other => _attack._shown[other].Value!.Value)) / noise;
                }
            }

            return (sum / precision, 1 / precision);
        }

        private static (double Mean, double Variance) Moments(double[] likely)
        {
            var mean = likely.Select((one, count) => one * count).Sum();
            return (mean, likely.Select((one, count) => one * (count - mean) * (count - mean)).Sum());
        }

        private double UnitsIn(Cell one, Cell other, double[] weights) =>
            one.Node == _employer && other.Node == _employer ? weights.Sum()
            : one.Node != other.Node && one.Node != _employer && other.Node != _employer ? 0
            : weights[(one.Node == _employer ? other.Node : one.Node) % Seed.UnitsOfEmployer];

        private static double In(double[] shares, int mask)
        {
            var sum = 0.0;
            for (var bit = 0; bit < shares.Length; bit++)
            {
                sum += (mask >> bit & 1) != 0 ? shares[bit] : 0;
            }

            return sum;
        }

        private double Rest(Cell cell) =>
            BitOperations.PopCount((uint)Cell.MonthsOf(cell.Period)) / 12.0 * In(_police, cell.Police) * In(_settings, cell.Setting) * In(_groups, cell.Group) * In(_supports, cell.Support);

        private double KindsIn(int one, int other) =>
            one == Cell.AllKinds ? other == Cell.AllKinds ? 1 : _kinds[other]
            : other == Cell.AllKinds || one == other ? _kinds[one]
            : _both * _kinds[one] * _kinds[other];

        private double MeanOf(Cell cell) => _total * UnitsIn(cell, cell, _units) * KindsIn(cell.Kind, cell.Kind) * Rest(cell);

        // Chance of the records they share, and what units have in common over the year: how much happens there, and of which kinds.
        private double Covariance(Cell one, Cell other)
        {
            var share = UnitsIn(one, other, _units);
            if (share == 0)
            {
                return 0;
            }

            var chance = _total * share * KindsIn(one.Kind, other.Kind) * BitOperations.PopCount((uint)(Cell.MonthsOf(one.Period) & Cell.MonthsOf(other.Period))) / 12.0
                * In(_police, one.Police & other.Police) * In(_settings, one.Setting & other.Setting)
                * In(_groups, one.Group & other.Group) * In(_supports, one.Support & other.Support);
            var kinds = one.Kind == Cell.AllKinds || other.Kind == Cell.AllKinds ? 0
                : (one.Kind == other.Kind ? _kinds[one.Kind] : 0) - (_kinds[one.Kind] * _kinds[other.Kind] / _answers);
            var common = (UnitsIn(one, other, _squared) * kinds * Habit) + (UnitsIn(one, other, _spread) * KindsIn(one.Kind, one.Kind) * KindsIn(other.Kind, other.Kind));
            return chance + (_total * _total * common * Rest(one) * Rest(other));
        }

        // Cholesky.
        private double[][] Factor()
        {
            var size = _equations.Count;
            var factor = new double[size][];
            Parallel.For(0, size, row =>
            {
                factor[row] = new double[row + 1];
                for (var column = 0; column <= row; column++)
                {
                    factor[row][column] = Covariance(_equations[row].Cell, _equations[column].Cell);
                }

                factor[row][row] += _equations[row].Noise + 1e-6;
            });
            for (var row = 0; row < size; row++)
            {
                for (var column = 0; column < row; column++)
                {
                    factor[row][column] = (factor[row][column] - Dot(factor[row], factor[column], column)) / factor[column][column];
                }

                factor[row][row] = Math.Sqrt(Math.Max(factor[row][row] - Dot(factor[row], factor[row], row), 1e-9));
            }

            return factor;
        }

        private static double[] Solve(double[][] factor, double[] right)
        {
            var left = new double[right.Length];
            for (var row = 0; row < left.Length; row++)
            {
                left[row] = (right[row] - Dot(factor[row], left, row)) / factor[row][row];
            }

            return left;
        }

        private static double Dot(double[] one, double[] other, int length)
        {
            var left = MemoryMarshal.Cast<double, Vector<double>>(one.AsSpan(0, length));
            var right = MemoryMarshal.Cast<double, Vector<double>>(other.AsSpan(0, length));
            var sums = Vector<double>.Zero;
            for (var index = 0; index < left.Length; index++)
            {
                sums += left[index] * right[index];
            }

            var sum = Vector.Sum(sums);
            for (var index = left.Length * Vector<double>.Count; index < length; index++)
            {
                sum += one[index] * other[index];
            }

            return sum;
        }
    }
}
