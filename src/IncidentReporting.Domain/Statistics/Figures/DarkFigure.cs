namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>How much of what a survey tells does not show in the register: 1 − register/survey, with the interval of the ratio of two independent shares (Donner and Zou 2012).</summary>
public sealed record DarkFigure(double Value, Interval Interval)
{
    /// <summary>None where one of the two is missing, or the survey's share cannot be told from none.</summary>
    public static DarkFigure? Of(Share register, Share survey)
    {
        if (register is not { Value: { } shown, Interval: { } of } || survey is not { Value: { } told, Interval: { } around } || around.Lower <= 0)
        {
            return null;
        }

        var product = shown * told;
        var room = 2 * told - around.Upper;
        var low = room > 0 ? (product - Root(product, of.Lower, around.Upper, shown, told)) / (around.Upper * room) : of.Lower / around.Upper;
        var high = (product + Root(product, of.Upper, around.Lower, shown, told)) / (around.Lower * (2 * told - around.Lower));
        return new(Within(1 - shown / told), new(Within(1 - high), Within(1 - low)));
    }

    private static double Root(double product, double ofRegister, double ofSurvey, double shown, double told) =>
        Math.Sqrt(Math.Max(0, product * product - ofRegister * ofSurvey * (2 * shown - ofRegister) * (2 * told - ofSurvey)));

    // More in the register than in the survey is nothing hidden.
    private static double Within(double share) => Math.Clamp(share, 0, 1);
}
