namespace IncidentReporting.Application.Statistics.Exports;

/// <summary>A table to take away: what was asked, the rows, and all that must be known about the numbers. It goes with the file, whatever the form.</summary>
/// <param name="Name">For the file; letters, digits and hyphens.</param>
/// <param name="Notes">What each note is about, and the note.</param>
public sealed record Sheet(
    string Name, string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<SheetCell>> Rows, IReadOnlyList<(string About, string Text)> Notes);

/// <summary>A number or words; a number that may not be told is words.</summary>
public readonly record struct SheetCell
{
    private SheetCell(double? number, string? words)
    {
        Number = number;
        Words = words;
    }

    public double? Number { get; }

    public string? Words { get; }

    public static SheetCell Of(double number) => new(number, words: null);

    public static SheetCell Of(string? words) => new(number: null, words);

    public static implicit operator SheetCell(string? words) => Of(words);

    public static implicit operator SheetCell(double number) => Of(number);
}

/// <summary>In which form a table is taken away.</summary>
public enum SheetForm
{
    Csv,
    Xlsx,
}

/// <summary>A file to take away.</summary>
public sealed record SheetFile(string Name, string MediaType, byte[] Content);

/// <summary>Writes workbooks for spreadsheets.</summary>
public interface IWorkbooks
{
    byte[] Write(Sheet sheet);
}
