using System.Globalization;
using static IncidentReporting.Web.Components.Figures.FigureTexts;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>Figures as people read them, in the language of the call.</summary>
public static class FigureWords
{
    /// <summary>"97", "23 %", "färre än 5", "stängd" or "saknas".</summary>
    public static string Of(FigureValue value, FigureUnit unit) => value.State switch
    {
        FigureValueState.Shown => Of(value.Value!.Value, unit),
        FigureValueState.Small => T("small", value.Upper + 1),
        FigureValueState.Closed => T("closed"),
        FigureValueState.Under => T("under", Of(value.Limit!.Value, unit)),
        FigureValueState.Over => T("over", Of(value.Limit!.Value, unit)),
        _ => T("missing"),
    };

    public static string Of(double value, FigureUnit unit) => unit == FigureUnit.Percent ? T("percent", Number(value, unit)) : Number(value, unit);

    /// <summary>"17–29 %".</summary>
    public static string Of(FigureInterval interval, FigureUnit unit)
    {
        var range = Range(interval, unit);
        return unit == FigureUnit.Percent ? T("percent", range) : range;
    }

    /// <summary>"17–29", for where the unit stands beside it.</summary>
    internal static string Range(FigureInterval interval, FigureUnit unit) => $"{Number(interval.Low, unit)}–{Number(interval.High, unit)}";

    // Away from zero, as a reader with pen and paper would.
    private static string Number(double value, FigureUnit unit)
    {
        var digits = unit == FigureUnit.Decimal ? 1 : 0;
        return Math.Round(value, digits, MidpointRounding.AwayFromZero).ToString(digits == 0 ? "N0" : "N1", CultureInfo.CurrentCulture);
    }
}
