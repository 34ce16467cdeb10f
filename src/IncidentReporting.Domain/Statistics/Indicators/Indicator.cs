using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Statistics.Indicators;

/// <summary>Something that employers, representatives and unions follow, with how it is counted in plain words.</summary>
/// <param name="Version">Moves when the way of counting does.</param>
/// <param name="Caveat">What to keep in mind when it is read.</param>
/// <param name="Figures">One or several; the first stands for the whole.</param>
public sealed record Indicator(string Id, int Version, Wording Title, Wording Formula, Wording? Caveat, IReadOnlyList<IndicatorFigure> Figures);

/// <summary>One number of an indicator.</summary>
/// <param name="Title">Null where the indicator has one number only.</param>
/// <param name="Part">What is counted in the register.</param>
/// <param name="Whole">What it is a share of; or null with <paramref name="Rest"/>, which then is what it is a share of together with.</param>
/// <param name="Group">Whose headcount it is a share of; null for all.</param>
/// <param name="Sector">Always of that sector, whatever was asked about.</param>
/// <param name="Why">Why it is not counted.</param>
public sealed record IndicatorFigure(
    string Id, Wording? Title, FigureKind Kind, StatCell? Part, StatCell? Whole, StatCell? Rest, string? Group, string? Sector, PulseShare? Pulse, Wording? Why)
{
    public bool IsSensitive => Part?.IsSensitive == true;
}

public enum FigureKind
{
    /// <summary>A share of a published number, or of two together.</summary>
    Share,

    /// <summary>A share of the headcount.</summary>
    OfStaff,

    /// <summary>Per 100 staff and year.</summary>
    Per100Staff,

    /// <summary>Per 100 full-time equivalents and year.</summary>
    Per100Fte,

    /// <summary>The class that holds the middle.</summary>
    ClassMedian,

    /// <summary>The class within which nine in ten lie.</summary>
    ClassNineInTen,

    Count,

    /// <summary>How much of what the survey tells does not show in the register.</summary>
    Dark,

    /// <summary>Asked about in the survey only.</summary>
    Pulse,

    /// <summary>Not counted; it says why.</summary>
    None,
}

/// <summary>A share of those who answered the survey: of all, or of those who gave one of two answers.</summary>
/// <param name="Part">A question's option; two questions' with + between.</param>
public sealed record PulseShare(string Part, string? Rest);

/// <summary>A class of time as people read it.</summary>
/// <param name="Hours">At most so many; null where there is no end.</param>
public sealed record TimeClass(Wording Label, int? Hours);
