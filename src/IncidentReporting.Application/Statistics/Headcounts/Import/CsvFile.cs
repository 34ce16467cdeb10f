using System.Text;
using System.Text.Unicode;

namespace IncidentReporting.Application.Statistics.Headcounts.Import;

/// <summary>The rows of a file of values, in whichever encoding and with whichever separator a spreadsheet has written it.</summary>
internal sealed class CsvFile
{
    private const int Western = 1252;
    private const char Quote = '"';

    private static readonly char[] Separators = [';', '\t', ','];

    private readonly string _text;
    private readonly char _separator;
    private int _at;
    private int _line = 1;

    private CsvFile(string text) => (_text, _separator) = (text, SeparatorOf(text));

    /// <param name="Number">The row's number in the file, as a spreadsheet shows it.</param>
    public sealed record Row(int Number, IReadOnlyList<string> Cells);

    /// <summary>The rows that have something in them.</summary>
    public static IEnumerable<Row> Read(ReadOnlyMemory<byte> file)
    {
        var reader = new CsvFile(Decode(file.Span));
        while (reader._at < reader._text.Length)
        {
            var row = reader.ReadRow();
            if (row.Cells.Any(cell => cell.Length > 0))
            {
                yield return row;
            }
        }
    }

    private Row ReadRow()
    {
        // A value in quotes may hold several lines: the row is where it begins.
        var (number, cells) = (_line, new List<string>());
        do
        {
            cells.Add(Cleaned(ReadCell()));
        }
        while (Takes(_separator));

        if (Takes('\r') | Takes('\n'))
        {
            _line++;
        }

        return new Row(number, cells);
    }

    private string ReadCell()
    {
        var cell = new StringBuilder();
        if (Takes(Quote))
        {
            // Written twice, the mark stands for itself.
            for (var isOpen = true; isOpen && _at < _text.Length;)
            {
                if (!Takes(Quote))
                {
                    _line += _text[_at] == '\n' ? 1 : 0;
                    cell.Append(_text[_at++]);
                }
                else if (Takes(Quote))
                {
                    cell.Append(Quote);
                }
                else
                {
                    isOpen = false;
                }
            }
        }

        var end = _text.AsSpan(_at).IndexOfAny(_separator, '\r', '\n');
        var rest = _text.AsSpan(_at, end < 0 ? _text.Length - _at : end);
        _at += rest.Length;
        return cell.Append(rest).ToString();
    }

    private bool Takes(char character)
    {
        var takes = _at < _text.Length && _text[_at] == character;
        _at += takes ? 1 : 0;
        return takes;
    }

    // What this product wrote, guarded against being worked out, is read as it was.
    private static string Cleaned(string cell)
    {
        var trimmed = cell.Trim();
        return trimmed is [CsvText.Guard, ..] && CsvText.LooksLikeFormula(trimmed.AsSpan(1)) ? trimmed[1..] : trimmed;
    }

    private static string Decode(ReadOnlySpan<byte> file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(file[3..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(file[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(file[2..]),
        _ when Utf8.IsValid(file) => Encoding.UTF8.GetString(file),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(Western)!.GetString(file),
    };

    private static char SeparatorOf(string text)
    {
        // The first row with words in it is the one of the headings.
        var headings = text.Split('\n', 20).FirstOrDefault(line => line.Any(char.IsLetter)) ?? string.Empty;
        return Separators.MaxBy(separator => headings.Count(character => character == separator));
    }
}
