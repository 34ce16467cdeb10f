using System.Buffers.Binary;

namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>A true record as it is put in: one incident with one person exposed.</summary>
/// <param name="Unit">Counted over all employers.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Kinds">A bit for each kind.</param>
internal sealed record SeededFact(int Unit, int Month, int Kinds, int Police, int Setting, int Group, int Support, Guid Source, Guid Person, uint Key);

/// <summary>Units of four to sixty incidents a year, each with its own habits, and the late changes between the first and the final freeze. The same every time.</summary>
internal sealed class Seed
{
    public const int UnitsOfEmployer = 12;

    private static readonly double[] Kinds = [0.25, 0.30, 0.15, 0.12, 0.18];
    private static readonly double[] Police = [0.34, 0.30, 0.21, 0.15];
    private static readonly double[] Settings = [0.56, 0.30, 0.14];
    private static readonly double[] Groups = [0.40, 0.24, 0.14, 0.06, 0.06, 0.10];
    private static readonly double[] Supports = [0.52, 0.16, 0.10, 0.22];

    private readonly Random _random;
    private readonly double[] _rates;
    private readonly double[][][] _habits;
    private readonly Guid[][] _staff;

    public Seed(int employers, int seed)
    {
        _random = new Random(seed);
        var units = employers * UnitsOfEmployer;
        _rates = [.. Enumerable.Range(0, units).Select(unit => 4 * Math.Pow(15, unit % UnitsOfEmployer / (UnitsOfEmployer - 1.0)))];
        _habits = [.. Enumerable.Range(0, units).Select(_ => ((double[][])[Kinds, Police, Settings, Groups, Supports]).Select(Around).ToArray())];
        Headcounts = [.. _rates.Select(rate => (int)Math.Round((rate * (0.6 + _random.NextDouble())) + 6))];
        _staff = [.. Headcounts.Select(count => Enumerable.Range(0, count).Select(_ => NewId()).ToArray())];
        First = [.. Enumerable.Range(0, units).SelectMany(unit => Enumerable.Range(0, Math.Clamp(Drawn(_rates[unit]), 4, 60)).Select(_ => New(unit)))];
        Final = [.. Late()];
    }

    public int[] Headcounts { get; }

    /// <summary>At the preliminary freeze.</summary>
    public IReadOnlyList<SeededFact> First { get; }

    /// <summary>At the final one.</summary>
    public IReadOnlyList<SeededFact> Final { get; }

    // Some are withdrawn, some change class, and some are reported late.
    private IEnumerable<SeededFact> Late()
    {
        foreach (var fact in First)
        {
            var chance = _random.NextDouble();
            if (chance < 0.02)
            {
                continue;
            }

            yield return chance < 0.08 ? fact with { Police = Math.Min(fact.Police + 1, 3), Support = Pick(Supports) } : fact;
            if (chance > 0.95)
            {
                yield return New(fact.Unit);
            }
        }
    }

    private SeededFact New(int unit)
    {
        var habits = _habits[unit];
        var kind = Pick(habits[0]);
        var kinds = 1 << kind;
        if (_random.NextDouble() < 0.15)
        {
            kinds |= 1 << Pick(habits[0]);
        }

        // Violence is reported to the police more than words are.
        var police = kind == 4 && _random.NextDouble() < 0.5 ? 2 + _random.Next(2) : Pick(habits[1]);
        return new SeededFact(
            unit, 1 + _random.Next(12), kinds, police, Pick(habits[2]), Pick(habits[3]), Pick(habits[4]), NewId(),
            _staff[unit][_random.Next(_staff[unit].Length)], (uint)_random.NextInt64(1L << 32));
    }

    private int Pick(double[] shares)
    {
        var left = _random.NextDouble();
        for (var index = 0; index < shares.Length - 1; index++)
        {
            left -= shares[index];
            if (left < 0)
            {
                return index;
            }
        }

        return shares.Length - 1;
    }

    private double[] Around(double[] shares)
    {
        var drawn = shares.Select(share => Gamma(share * 12)).ToArray();
        return [.. drawn.Select(part => part / drawn.Sum())];
    }

    // As a sum of squares and exponentials: exact in halves, which is near enough.
    private double Gamma(double shape)
    {
        var sum = 0.0;
        for (; shape >= 1; shape--)
        {
            sum -= Math.Log(1 - _random.NextDouble());
        }

        if (shape >= 0.5)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
            sum += normal * normal / 2;
        }

        return sum + 0.05;
    }

    private int Drawn(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), 1.0, -1);
        do
        {
            product *= _random.NextDouble();
            count++;
        }
        while (product > limit);
        return count;
    }

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, _random.NextInt64());
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], _random.NextInt64());
        return new Guid(bytes, bigEndian: true);
    }
}
