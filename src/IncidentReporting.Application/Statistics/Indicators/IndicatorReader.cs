using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;
using IncidentReporting.Domain.Statistics.Indicators;

namespace IncidentReporting.Application.Statistics.Indicators;

/// <summary>Counts figures from published numbers: nothing here reads anything.</summary>
internal static class IndicatorReader
{
    private static readonly IndicatorFigure Exposed = IndicatorList.All.First(indicator => indicator.Id == "V1").Figures[0];

    public static FigureReading Read(IndicatorFigure figure, IndicatorData data, string language)
    {
        switch (figure.Kind)
        {
            case FigureKind.None:
                return FigureReading.Not(new Why("not_counted", figure.Why!.In(language)));
            case FigureKind.Pulse:
                return FigureReading.Not(IndicatorTexts.SurveyOnly);
            case FigureKind.Dark:
                return Dark(data, language);
        }

        if (figure.Sector is { } sector)
        {
            return OfSector(sector, data);
        }

        var part = figure.Part!;
        if (!data.Sheets.TryGetValue(part.Fact, out var sheet))
        {
            return FigureReading.Not(data.Period.Kind == PeriodKind.Year ? IndicatorTexts.PersonsNotFrozen(data.Period.Year) : IndicatorTexts.PersonsByYear);
        }

        if (sheet.IsOfUnit && (IsMargin(part) || IsMargin(figure.Whole)))
        {
            return FigureReading.Not(IndicatorTexts.UnitNotShown);
        }

        var closed = Closed(sheet, part) ?? Closed(sheet, figure.Whole) ?? Closed(sheet, figure.Rest);
        return figure.Kind switch
        {
            FigureKind.Share => OfShare(figure, sheet, closed),
            FigureKind.OfStaff => OfStaff(figure, sheet, data, closed),
            FigureKind.Count => FigureReading.OfCount(sheet.Of(part), closed) with { Rated = (sheet.Of(part), data.Years) },
            FigureKind.Per100Staff => OfRate(sheet.Of(part), data.Staff.All?.Headcount, data, closed),
            FigureKind.Per100Fte => OfRate(sheet.Of(part), data.Staff.All?.Fte, data, closed),
            _ => OfClasses(figure, sheet, language, closed),
        };
    }

    /// <summary>What the survey tells; null where it does not ask.</summary>
    public static FigureReading? ReadPulse(IndicatorFigure figure, IndicatorData data)
    {
        if (figure.Pulse is not { } asked || data.Pulse is not { } pulse)
        {
            return null;
        }

        if (pulse.Why is { } why)
        {
            return FigureReading.Not(why);
        }

        var (table, part) = PulseTable.Find(pulse.Tables, asked.Part);
        var closed = table.Closed is { } because ? IndicatorTexts.Gate(because) : null;
        if (asked.Rest is null)
        {
            return FigureReading.OfShare(Shares.OfCell(part, table.Total), table.Total.Value, part, closed);
        }

        var rest = PulseTable.Find(pulse.Tables, asked.Rest).Cell;
        return FigureReading.OfShare(Shares.OfParts(part, rest), part.Value + rest.Value, part, closed);
    }

    private static FigureReading Dark(IndicatorData data, string language) =>
        Read(Exposed, data, language).Share is { } register && ReadPulse(Exposed, data)?.Share is { } survey && DarkFigure.Of(register, survey) is { } dark
            ? FigureReading.OfDark(dark)
            : FigureReading.Not(IndicatorTexts.NoGap);

    private static FigureReading OfSector(string sector, IndicatorData data)
    {
        if (!data.Sectors.TryGetValue(sector, out var table))
        {
            return FigureReading.Not(IndicatorTexts.NoSector);
        }

        var reported = table.Cell("reported");
        return FigureReading.OfShare(
            Shares.OfCell(reported, table.Total), table.Total.Value, reported, table.Closed is { } because ? IndicatorTexts.Gate(because) : null);
    }

    private static FigureReading OfShare(IndicatorFigure figure, Figures.ProtectedSheet sheet, Why? closed)
    {
        var part = sheet.Of(figure.Part!);
        if (figure.Whole is { } of)
        {
            var whole = sheet.Of(of);
            return FigureReading.OfShare(Shares.OfCell(part, whole), whole.Value, part, closed);
        }

        var rest = sheet.Of(figure.Rest!);
        return FigureReading.OfShare(Shares.OfParts(part, rest), part.Value + rest.Value, part, closed);
    }

    private static FigureReading OfStaff(IndicatorFigure figure, Figures.ProtectedSheet sheet, IndicatorData data, Why? closed)
    {
        if (data.StaffMissing is { } missing)
        {
            return FigureReading.Not(missing);
        }

        var staff = figure.Group is { } group ? (double)(data.Staff.Classes.GetValueOrDefault(group)?.Headcount ?? 0) : Staff(data);
        var part = sheet.Of(figure.Part!);
        return FigureReading.OfShare(Shares.OfHeadcount(part, staff), Math.Round(staff, 1), part, closed) with { Rated = (part, staff) };
    }

    private static FigureReading OfRate(ShownCell cell, decimal? staff, IndicatorData data, Why? closed)
    {
        if (data.StaffMissing is { } missing)
        {
            return FigureReading.Not(missing);
        }

        var exposure = (double)(staff ?? 0);
        return FigureReading.OfRate(Rates.Of(cell, exposure, data.Years), cell, exposure, closed) with { Rated = (cell, exposure * data.Years) };
    }

    private static FigureReading OfClasses(IndicatorFigure figure, Figures.ProtectedSheet sheet, string language, Why? closed)
    {
        var classes = sheet.ClassesOf(figure.Part!.Margin!);
        var quantity = ClassedQuantity.Of(classes);
        var number = figure.Kind == FigureKind.ClassMedian ? quantity.Median : quantity.NineInTen;
        var known = number is { } found ? IndicatorList.ClassesOf(figure.Part.Margin!)[found] : null;
        return FigureReading.OfClass(quantity.State, known?.Hours, known?.Label.In(language) ?? string.Empty, classes.Sum(cell => cell.Value ?? 0), closed);
    }

    private static double Staff(IndicatorData data) => (double)(data.Staff.All?.Headcount ?? 0);

    private static bool IsMargin(StatCell? cell) => cell?.Margin is not null;

    // A margin as a whole stands behind the gate of any of its classes.
    private static Why? Closed(Figures.ProtectedSheet sheet, StatCell? cell) => cell is not null && sheet.ClosedOf(cell) is { } because ? IndicatorTexts.Gate(because) : null;
}
