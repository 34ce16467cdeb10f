namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>What is wrong with one value of one row, and what to do.</summary>
/// <param name="Row">From 0, in the order sent.</param>
/// <param name="Field">The member's name; empty for the row as a whole.</param>
internal sealed record HeadcountFault(int Row, string Field, string Message);
