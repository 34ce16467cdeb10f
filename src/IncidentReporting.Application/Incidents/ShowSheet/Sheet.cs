using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>A document made of a case for one receiver, in the reader's language.</summary>
/// <param name="Number">The case's number; null on a sheet that may identify nobody.</param>
/// <param name="MadeAt">At the employer's offset.</param>
/// <param name="LeftOut">What belongs here but is kept from this reader.</param>
/// <param name="Source">The law or routine that the sheet follows.</param>
public sealed record Sheet(
    string For, string Title, string? Number, DateTimeOffset MadeAt, IReadOnlyList<SheetSection> Sections, IReadOnlyList<string> LeftOut, string Note, string Source);

/// <param name="IsChecklist">The rows are things to do, each with its ground.</param>
public sealed record SheetSection(string Title, IReadOnlyList<SheetRow> Rows, bool IsChecklist = false);

/// <param name="Value">Null where it is to be filled in by hand.</param>
public sealed record SheetRow(string Label, CaseText? Value);
