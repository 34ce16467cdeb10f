using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Web.Components.WhoReads;

/// <summary>Says in a sentence who reads what is written: everyone by name, never that nobody else does.</summary>
public static class Readers
{
    private static readonly FieldGroup[] Told = [FieldGroup.Core, FieldGroup.Narrative, FieldGroup.Health, FieldGroup.CounterpartIdentity, FieldGroup.Handling];

    /// <summary>"Läses av din chef Karin Ek, ersättaren Eva Lind och skyddsombudet Peter Lind."</summary>
    public static string Sentence(ReadersView view, FieldGroup group)
    {
        // Who sees only her own words does not read these.
        var others = view.Of(group).Where(reader => !reader.IsSelf).ToList();
        var isOwn = view.Of(FieldGroup.Core).Any(reader => reader.IsSelf && reader.Role == ReaderRole.Exposed);
        var named = Names(others.Where(reader => reader.Sees == ReaderSight.All), isOwn);
        var sentence = named.Length == 0 ? ReadersTexts.T("nobody") : ReadersTexts.T("sentence", named);
        var asking = Names(others.Where(reader => reader.Sees == ReaderSight.WithReason), isOwn);
        return asking.Length == 0 ? sentence : $"{sentence} {ReadersTexts.T("with_reason", asking)}";
    }

    /// <summary>Each part of a report with who reads it.</summary>
    public static IReadOnlyList<(string Part, string Sentence)> Parts(ReadersView view) =>
        [.. Told.Select(group => (ReadersTexts.T($"group.{SnakeCase.Of(group)}"), Sentence(view, group)))];

    private static string Names(IEnumerable<Reader> readers, bool isOwn) => List(
        [
            .. readers.GroupBy(reader => reader.Role).Select(role =>
            {
                var key = role.Key == ReaderRole.Manager && isOwn ? "manager.own" : SnakeCase.Of(role.Key);
                var names = role.Select(reader => reader.Name).ToList();
                return ReadersTexts.T($"{key}{(names.Count > 1 ? ".many" : string.Empty)}", List(names));
            }),
        ]);

    private static string List(IReadOnlyList<string> items) => items switch
    {
        [] => string.Empty,
        [var only] => only,
        _ => $"{string.Join(", ", items.SkipLast(1))} {ReadersTexts.T("and")} {items[^1]}",
    };
}
