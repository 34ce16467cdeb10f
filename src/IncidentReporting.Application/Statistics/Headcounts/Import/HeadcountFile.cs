using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Statistics.Headcounts.Import;

/// <summary>A file of headcounts, read: rows as they were told, and what could not be read.</summary>
internal sealed class HeadcountFile
{
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>So many faults tell what is wrong with a file; the rest is counted.</summary>
    private const int MostFaults = 200;

    private static readonly List<string> MonthNames =
        [.. new[] { "sv", "en" }.SelectMany(language => CultureInfo.GetCultureInfo(language).DateTimeFormat.MonthNames.Take(12))];

    private readonly ILookup<string, Unit> _units;
    private readonly List<(int Number, HeadcountInput Input)> _rows = [];
    private readonly List<(int Number, string Field, string Message)> _faults = [];

    private HeadcountFile(OrgChart chart) => _units = chart.Units.ToLookup(unit => unit.Name.Trim(), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<HeadcountInput> Rows => [.. _rows.Select(row => row.Input)];

    public static HeadcountFile Read(ReadOnlyMemory<byte> file, OrgChart chart)
    {
        var read = new HeadcountFile(chart);
        read.ReadRows(file);
        return read;
    }

    public string NumberOf(int place) => HeadcountTexts.Get("Row", _rows[place].Number);

    /// <summary>Refuses the file, naming each row and column, when anything in it is wrong.</summary>
    public void Check(HeadcountCheck check)
    {
        var unread = _faults.Select(fault => (fault.Number, fault.Field)).ToHashSet();
        var faults = _faults.Concat(check.Faults(Rows)
                .Select(fault => (_rows[fault.Row].Number, fault.Field, fault.Message))
                .Where(fault => !unread.Contains((fault.Number, fault.Field))))
            .OrderBy(fault => fault.Number).ToList();
        if (faults.Count == 0)
        {
            return;
        }

        var errors = faults.Take(MostFaults).GroupBy(fault => PathOf(fault.Number, fault.Field), StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(fault => fault.Message).ToArray(), StringComparer.Ordinal);
        if (faults.Count > MostFaults)
        {
            errors["file"] = [HeadcountTexts.Get("MoreFaults", faults.Count - MostFaults)];
        }

        throw new InvalidInputException(errors);
    }

    private static string PathOf(int number, string field)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"rows[{number}]");
        return field.Length == 0 ? row : $"{row}.{field}";
    }

    private void ReadRows(ReadOnlyMemory<byte> file)
    {
        string?[]? columns = null;
        foreach (var row in CsvFile.Read(file))
        {
            if (columns is null)
            {
                columns = Columns(row);
                if (_faults.Count > 0)
                {
                    return;
                }
            }
            else if (_rows.Count == HeadcountCheck.MostRows)
            {
                throw new InvalidInputException("file", HeadcountTexts.Get("FileLong", HeadcountCheck.MostRows));
            }
            else
            {
                _rows.Add((row.Number, Input(row, columns)));
            }
        }

        if (_rows.Count == 0)
        {
            throw new InvalidInputException("file", HeadcountTexts.Get("FileEmpty"));
        }
    }

    private string?[] Columns(CsvFile.Row headings)
    {
        var columns = headings.Cells.Select(HeadcountColumns.Find).ToArray();
        for (var place = 0; place < columns.Length; place++)
        {
            if (columns[place] is null && headings.Cells[place].Length > 0)
            {
                Fault(headings, string.Empty, "ColumnUnknown", Letter(place), string.Join(", ", HeadcountColumns.All.Select(Heading)));
            }
            else if (columns[place] is { } column && Array.IndexOf(columns, column) < place)
            {
                Fault(headings, column, "ColumnTwice", Heading(column));
            }
        }

        foreach (var column in new[] { HeadcountColumns.Group, HeadcountColumns.Month, HeadcountColumns.Headcount }.Where(column => !columns.Contains(column)))
        {
            Fault(headings, column, "ColumnMissing", Heading(column));
        }

        if (!columns.Contains(HeadcountColumns.UnitId) && !columns.Contains(HeadcountColumns.UnitName))
        {
            Fault(headings, HeadcountColumns.UnitId, "ColumnMissing", Heading(HeadcountColumns.UnitName));
        }

        return columns;
    }

    private HeadcountInput Input(CsvFile.Row row, string?[] columns)
    {
        if (row.Cells.Skip(columns.Length).Any(cell => cell.Length > 0))
        {
            Fault(row, string.Empty, "CellsMany");
        }

        return new HeadcountInput(UnitOf(row, Cell), Group(Cell(HeadcountColumns.Group)), Month(Cell(HeadcountColumns.Month)), Number(row, HeadcountColumns.Headcount), Number(row, HeadcountColumns.Fte));

        string? Cell(string column) =>
            Array.IndexOf(columns, column) is var place and >= 0 && place < row.Cells.Count && row.Cells[place] is { Length: > 0 } text ? text : null;

        decimal? Number(CsvFile.Row row, string column)
        {
            if (Cell(column) is not { } text)
            {
                return null;
            }

            // A space between the thousands, and a comma or a point before the decimals.
            var plain = string.Concat(text.Where(character => !char.IsWhiteSpace(character))).Replace(',', '.');
            if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Fault(row, column, "NumberForm");
            return null;
        }
    }

    private UnitId? UnitOf(CsvFile.Row row, Func<string, string?> cell)
    {
        var told = cell(HeadcountColumns.UnitId) ?? cell(HeadcountColumns.UnitName);
        if (told is null || Guid.TryParseExact(told, "D", out var id) || cell(HeadcountColumns.UnitId) is not null)
        {
            if (told is not null && !Guid.TryParseExact(told, "D", out _))
            {
                Fault(row, HeadcountColumns.UnitId, "UnitUnknown");
            }

            return Guid.TryParseExact(told, "D", out id) ? new UnitId(id) : null;
        }

        var named = _units[told].ToList();
        if (named.Count != 1)
        {
            Fault(row, HeadcountColumns.UnitId, named.Count == 0 ? "UnitNameUnknown" : "UnitAmbiguous");
        }

        return named.Count == 1 ? named[0].Id : null;
    }

    // By its code or by what it is called; what is neither passes on, and is found unknown.
    private static string? Group(string? told) =>
        told is null ? null : CodeLists.OccupationalGroups.Codes.FirstOrDefault(code =>
            code.Id == told || string.Equals(code.Sv, told, StringComparison.OrdinalIgnoreCase) || string.Equals(code.En, told, StringComparison.OrdinalIgnoreCase))?.Id ?? told;

    // Spreadsheets make a date of a month: okt-26.
    private static string? Month(string? told)
    {
        if (told is null)
        {
            return null;
        }

        if (CalendarMonth.Find(told) is { } known)
        {
            return CalendarMonth.Text(known);
        }

        return told.Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries) is [{ Length: >= 3 } name, { Length: 2 or 4 } year]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && MonthNames.FindIndex(known => known.StartsWith(name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)) is var place and >= 0
            ? CalendarMonth.Text(new DateOnly(Math.Max(1, number < 100 ? 2000 + number : number), (place % 12) + 1, 1))
            : told;
    }

    private static string Heading(string column) => HeadcountColumns.Heading(column, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private static string Letter(int place) => place < 26 ? ((char)('A' + place)).ToString() : (place + 1).ToString(CultureInfo.InvariantCulture);

    private void Fault(CsvFile.Row row, string field, string text, params object?[] values) => _faults.Add((row.Number, field, HeadcountTexts.Get(text, values)));
}
