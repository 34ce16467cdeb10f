namespace IncidentReporting.Application.Common;

/// <summary>Searching as people do: every word somewhere in one of the texts.</summary>
internal static class SoughtWords
{
    public static bool AreIn(string? search, params ReadOnlySpan<string?> texts)
    {
        foreach (var word in (search ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var isFound = false;
            foreach (var text in texts)
            {
                isFound |= text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
            }

            if (!isFound)
            {
                return false;
            }
        }

        return true;
    }
}
