namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>Text in a drawing does not break by itself.</summary>
internal static class Lines
{
    /// <param name="most">Characters in a line.</param>
    public static IReadOnlyList<string> Of(string text, int most)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Parts(word, most)))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    // Long Swedish words are divided, and show that they are.
    private static IEnumerable<string> Parts(string word, int most)
    {
        while (word.Length > most)
        {
            yield return word[..(most - 1)] + "-";
            word = word[(most - 1)..];
        }

        yield return word;
    }
}
