namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>About how wide text is, in em: what a drawing must know to keep room for it. Rather too much than too little.</summary>
internal static class Letters
{
    public static double Width(string text) => text.Sum(Width);

    private static double Width(char letter) => letter switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or '\u00A0' or '\u202F' or 'I' => .28,
        'f' or 'r' or 't' or '(' or ')' or '-' or '/' => .4,
        'm' or 'w' or 'M' or 'W' or '%' or '—' => .88,
        >= 'A' and <= 'Z' or 'Å' or 'Ä' or 'Ö' => .72,
        >= '0' and <= '9' => .62,
        _ => .58,
    };
}
