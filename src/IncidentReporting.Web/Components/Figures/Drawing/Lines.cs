namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>Text in a drawing does not break by itself.</summary>
internal static class Lines
{
    /// <param name="most">The width of a line, in em.</param>
    public static IReadOnlyList<string> Of(string text, double most)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Parts(word, most)))
        {
            if (lines.Count > 0 && Letters.Width(lines[^1] + " " + word) <= most)
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

    // Long Swedish words are divided, and show that they are; never a letter or two alone.
    private static IEnumerable<string> Parts(string word, double most)
    {
        while (word.Length > 1 && Letters.Width(word) > most)
        {
            var length = word.Length - 1;
            while (length > 1 && Letters.Width(word[..length] + "-") > most)
            {
                length--;
            }

            length = Math.Max(1, Math.Min(length, word.Length - 4));
            yield return word[..length] + "-";
            word = word[length..];
        }

        yield return word;
    }
}
