using System.Globalization;
using System.Text;

namespace IncidentReporting.Application.Demonstration;

/// <summary>Names of people, places and workplaces that are nobody's.</summary>
internal static class DemoNames
{
    private static readonly string[] Given =
    [
        "Anna", "Erik", "Maria", "Lars", "Karin", "Anders", "Sara", "Johan", "Emma", "Per", "Ali", "Lena", "Hassan", "Ingrid", "Nils", "Elin", "Omar", "Kerstin", "Oskar", "Leila",
        "Björn", "Åsa", "Mikael", "Frida", "Yusuf", "Malin", "Göran", "Amina", "Daniel", "Helena", "Viktor", "Sofia", "Mattias", "Zahra", "Jonas", "Birgitta", "Henrik", "Ida", "Rasmus", "Mona",
    ];

    private static readonly string[] Family =
    [
        "Ekman", "Lundin", "Hallberg", "Nyman", "Sandell", "Öhman", "Rahimi", "Wester", "Blomberg", "Åkesson", "Hedman", "Norberg", "Kovač", "Falk", "Strand", "Melin", "Abdi", "Söder", "Roos", "Dahlin",
        "Vik", "Holmberg", "Lindh", "Nasser", "Björklund", "Palm", "Ström", "Hägg", "Ferm", "Ljung", "Ahlin", "Moberg", "Tran", "Selin", "Östlund", "Brandt", "Kjell", "Rydén", "Said", "Wallgren",
    ];

    private static readonly string[] First =
        ["Gran", "Ek", "Björk", "Sand", "Ås", "Lind", "Hag", "Älv", "Sjö", "Berg", "Tall", "Alm", "Ask", "Fors", "Hov", "Kvarn", "Lö", "Mo", "Näs", "Rön", "Stens", "Sö", "Tor", "Vall", "Vik"];

    private static readonly string[] Last = ["berga", "by", "dal", "ryd", "hult", "köping", "lunda", "mark", "sund", "torp", "vik", "ås", "bo", "fors", "holm", "stad"];

    private static readonly Dictionary<Work, string[]> Units = new()
    {
        [Work.Children] = ["Barn och unga, utredning", "Barn och unga, mottagning", "Familjerätt och familjehem", "Ungdomsgruppen"],
        [Work.Aid] = ["Ekonomiskt bistånd, utredning", "Försörjning och stöd", "Vuxenenheten"],
        [Work.Housing] = ["Stödboende Björken", "Stödboende Ankaret", "Stödboende Kajen"],
        [Work.Home] = ["HVB Tallen", "HVB Åkern", "HVB Stugan"],
    };

    /// <summary>A place by its number; further rounds get a number of their own.</summary>
    public static string Place(int number)
    {
        var names = First.Length * Last.Length;

        // 7 and the number of names have no common factor, so that neighbours in the row are not alike.
        var drawn = number * 7 % names;
        var name = First[drawn % First.Length] + Last[drawn / First.Length];
        return number < names ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {(number / names) + 1}");
    }

    public static string Person(Dice dice) => $"{dice.Pick(Given)} {dice.Pick(Family)}";

    /// <summary>The name of an employer's unit; the second of a name gets a number.</summary>
    public static string Unit(Work work, int number)
    {
        var names = Units[work];
        return number < names.Length ? names[number] : string.Create(CultureInfo.InvariantCulture, $"{names[number % names.Length]} {(number / names.Length) + 1}");
    }

    /// <summary>As in an address: letters without marks.</summary>
    public static string Plain(string name) => new(
    [
        .. name.ToLowerInvariant().Replace(' ', '.').Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark),
    ]);
}
