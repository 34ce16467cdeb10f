namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>Simple subtraction: of one cell from another that holds it, of parts from their total, and of one release from the next.</summary>
internal static class Differences
{
    private static readonly string[] Hows = ["attributes", "periods", "nodes"];

    /// <summary>By what lies around what: how often the difference of the two numbers is the true difference of one to four records.</summary>
    public static Dictionary<string, Outcome> Nested(IReadOnlyDictionary<Cell, Published> shown, Truth truth, Places places)
    {
        var outcomes = Hows.ToDictionary(how => how, _ => new Outcome(), StringComparer.Ordinal);
        foreach (var (cell, inner) in shown)
        {
            foreach (var (how, around) in cell.Around(places))
            {
                if (inner.Value is { } less && shown.TryGetValue(around, out var outer) && outer.Value is { } more && truth[around] - truth[cell] is >= 1 and <= 4 and var difference)
                {
                    outcomes[how].Count(more - less == difference);
                }
            }
        }

        return outcomes;
    }

    /// <summary>Cells to which one to four late records came and from which none went.</summary>
    public static Outcome Releases(IReadOnlyDictionary<Cell, Published> first, IReadOnlyDictionary<Cell, Published> final, Truth before, Truth after, Seed seed, Places places)
    {
        var outcome = new Outcome();
        var (old, now) = (seed.First.ToHashSet(), seed.Final.ToHashSet());
        var gone = seed.First.Where(fact => !now.Contains(fact)).ToList();
        foreach (var (cell, earlier) in first)
        {
            if (earlier.Value is { } less && final.TryGetValue(cell, out var later) && later.Value is { } more && after[cell] - before[cell] is >= 1 and <= 4 and var difference
                && !gone.Exists(fact => places.Holds(cell.Node, fact.Unit) && cell.Holds(fact)))
            {
                outcome.Count(more - less == difference);
            }
        }

        return outcome;
    }

    /// <summary>By the division: how often a part of one to four records is the total less the other parts. What is shown as small counts in the middle.</summary>
    public static Dictionary<string, Outcome> Parts(IReadOnlyDictionary<Cell, Published> shown, Truth truth, Places places)
    {
        var outcomes = Hows.ToDictionary(how => how, _ => new Outcome(), StringComparer.Ordinal);
        foreach (var (total, outer) in shown)
        {
            if (outer.Value is not { } whole)
            {
                continue;
            }

            foreach (var (how, parts) in total.Divisions(places))
            {
                if (parts.Length == 0 || !parts.All(shown.ContainsKey))
                {
                    continue;
                }

                var values = parts.Select(part => shown[part]).ToArray();
                var sum = values.Sum(Middle);
                for (var index = 0; index < parts.Length; index++)
                {
                    if (truth[parts[index]] is >= 1 and <= 4 and var count)
                    {
                        outcomes[how].Count((int)Math.Round(whole - (sum - Middle(values[index]))) == count);
                    }
                }
            }
        }

        return outcomes;
    }

    private static double Middle(Published shown) => shown.Value ?? (shown.Upper / 2.0);
}
