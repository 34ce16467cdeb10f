using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Demonstration;

/// <summary>Chance that falls the same way for the same seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Dice of its own for each thing, so that what one draws moves nothing for the others.</summary>
    public static Dice For(int seed, int thing) => new(unchecked((seed * 486_187_739) + (thing * 16_777_619) + (thing >> 7)));

    public bool Falls(double chance) => _random.NextDouble() < chance;

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public double Fraction() => _random.NextDouble();

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public CaseText Text(IReadOnlyList<string> from) => CaseText.From(Pick(from))!;

    public T Weighted<T>(IReadOnlyList<(T Thing, double Weight)> from)
    {
        var drawn = _random.NextDouble() * from.Sum(choice => choice.Weight);
        foreach (var (thing, weight) in from)
        {
            drawn -= weight;
            if (drawn < 0)
            {
                return thing;
            }
        }

        return from[^1].Thing;
    }
}
