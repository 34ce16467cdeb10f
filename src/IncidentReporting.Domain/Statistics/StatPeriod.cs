using System.Globalization;

namespace IncidentReporting.Domain.Statistics;

public enum PeriodKind
{
    Year,
    Quarter,
    Month,
}

/// <summary>A calendar year, quarter or month; nothing else can be asked about. Written 2025, 2025-Q1 or 2025-03.</summary>
public readonly record struct StatPeriod
{
    private const int QuarterBase = 20;

    private StatPeriod(PeriodKind kind, int year, int number)
    {
        Kind = kind;
        Year = year;
        Number = number;
    }

    public PeriodKind Kind { get; }

    public int Year { get; }

    /// <summary>The quarter or month of the year; 0 for a whole year.</summary>
    public int Number { get; }

    /// <summary>As stored: 202500 a year, 202521 a quarter, 202503 a month.</summary>
    public int Code => (Year * 100) + (Kind == PeriodKind.Quarter ? QuarterBase + Number : Number);

    public StatPeriod WholeYear => OfYear(Year);

    /// <summary>The months it is made of, first to last.</summary>
    public IReadOnlyList<StatPeriod> Months
    {
        get
        {
            var year = Year;
            var (first, count) = Kind switch
            {
                PeriodKind.Year => (1, 12),
                PeriodKind.Quarter => (((Number - 1) * 3) + 1, 3),
                _ => (Number, 1),
            };
            return [.. Enumerable.Range(first, count).Select(month => OfMonth(year, month))];
        }
    }

    /// <summary>Years, as a share of which the period counts: 1, a quarter or a twelfth.</summary>
    public double InYears => Kind switch
    {
        PeriodKind.Year => 1.0,
        PeriodKind.Quarter => 0.25,
        _ => 1.0 / 12,
    };

    public DateOnly FirstDay => new(Year, Months[0].Number, 1);

    public DateOnly LastDay => FirstDay.AddMonths(Months.Count).AddDays(-1);

    public static StatPeriod OfYear(int year) => new(PeriodKind.Year, year, 0);

    public static StatPeriod OfQuarter(int year, int quarter) => new(PeriodKind.Quarter, year, quarter);

    public static StatPeriod OfMonth(int year, int month) => new(PeriodKind.Month, year, month);

    public static StatPeriod MonthOf(DateOnly day) => OfMonth(day.Year, day.Month);

    public static StatPeriod FromCode(int code) => (code % 100) switch
    {
        0 => OfYear(code / 100),
        > QuarterBase => OfQuarter(code / 100, (code % 100) - QuarterBase),
        _ => OfMonth(code / 100, code % 100),
    };

    /// <summary>The next period of the same kind.</summary>
    public StatPeriod Next() => Kind switch
    {
        PeriodKind.Year => OfYear(Year + 1),
        PeriodKind.Quarter => Number == 4 ? OfQuarter(Year + 1, 1) : OfQuarter(Year, Number + 1),
        _ => Number == 12 ? OfMonth(Year + 1, 1) : OfMonth(Year, Number + 1),
    };

    public StatPeriod Previous() => Kind switch
    {
        PeriodKind.Year => OfYear(Year - 1),
        PeriodKind.Quarter => Number == 1 ? OfQuarter(Year - 1, 4) : OfQuarter(Year, Number - 1),
        _ => Number == 1 ? OfMonth(Year - 1, 12) : OfMonth(Year, Number - 1),
    };

    /// <summary>The period that is written so, or null.</summary>
    public static StatPeriod? Find(string? text)
    {
        if (text is null || text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2999)
        {
            return null;
        }

        return text.Length switch
        {
            4 => OfYear(year),
            7 when text[4] != '-' => null,
            7 when text[5] == 'Q' => text[6] is >= '1' and <= '4' ? OfQuarter(year, text[6] - '0') : null,
            7 => int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? OfMonth(year, month) : null,
            _ => null,
        };
    }

    public override string ToString() => Kind switch
    {
        PeriodKind.Year => Year.ToString("0000", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
    };
}
