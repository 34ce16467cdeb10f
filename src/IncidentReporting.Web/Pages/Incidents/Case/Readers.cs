using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>Who reads a part of the case, by name: "Läses av dig, Eva Lund och Peter Lind."</summary>
internal static class Readers
{
    public static string Sentence(ReadersView readers, FieldGroup group) => Sentence(readers.Of(group).Where(reader => reader.Sees == ReaderSight.All));

    public static string Sentence(IEnumerable<Reader> readers)
    {
        var listed = readers.ToList();
        List<string> names = [.. listed.Where(reader => reader.IsSelf).Select(_ => T("to_you")), .. listed.Where(reader => !reader.IsSelf).Select(reader => reader.Name)];
        return names.Count == 0 ? T("readers.unknown") : T("readers", And([.. names.Distinct(StringComparer.Ordinal)]));
    }
}
