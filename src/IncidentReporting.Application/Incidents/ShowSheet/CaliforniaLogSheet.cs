using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>A row of the violent incident log of California Labor Code 6401.9. Made of codes alone: whatever people wrote could point at somebody.</summary>
internal sealed class CaliforniaLogSheet() : SheetForm("us_ca_log", "consequences", "assessment", "police")
{
    private static readonly string[] Weapons = ["thrown_object", "blunt", "sharp", "firearm", "chemical_fire", "vehicle"];

    protected override bool IsAboutSomebody => false;

    protected override IEnumerable<SheetSection> Sections(SheetCase it) => [Event(it), Character(it), Aftermath(it), Completed(it)];

    private static SheetSection Event(SheetCase it) => it.Rows()
        .Row("Occurred", it.Occurred())
        .Row("Place", it.Label(CodeLists.Places, it.View.Place))
        .Row("Channels", it.Labels(CodeLists.Channels, it.View.Channels))
        .Row("Situations", it.Labels(CodeLists.Situations, it.View.Situations))
        .Row("ViolenceType", CodeLists.CounterpartRelations.Find(it.View.Counterpart.Relation)?.Text("sb553Type"))
        .Row("Committed", it.Label(CodeLists.CounterpartRelations, it.View.Counterpart.Relation))
        .As("LogEvent");

    private static SheetSection Character(SheetCase it)
    {
        var given = it.View.Assessment.Value;
        return it.Rows()
            .Row("Kinds", it.Labels(CodeLists.IncidentKinds, it.View.Kinds))
            .Row("Characteristics", string.Join("; ", it.View.Kinds.Select(CharacterOf).Distinct().Select(it.Text)))
            .Row("OnDutyState", it.Label(CodeLists.OnDutyStates, it.View.OnDutyState))
            .Row("Staffing", it.Label(CodeLists.Staffing, given?.Staffing))
            .Row("Alarm", it.Label(CodeLists.Alarms, given?.Alarm))
            .Row("Circumstances", it.Labels(CodeLists.Circumstances, given?.Circumstances))
            .As("LogCharacter");
    }

    private static SheetSection Aftermath(SheetCase it) => it.Rows()
        .Row("Injury", it.Label(CodeLists.Injuries, it.View.Assessment.Value?.Injury))
        .Row("Consequences", it.Labels(CodeLists.Consequences, it.View.Consequences.Value))
        .Row("PoliceStatus", it.View.Police.Value is { } police ? it.Label(CodeLists.PoliceStatuses, SnakeCase.Of(police.Status)) : null)
        .Row("Protective", it.Labels(CodeLists.ActionTypes, it.View.Actions.Select(action => action.Type).Distinct(StringComparer.Ordinal)))
        .As("LogAftermath");

    // By title and date; who it is, the employer knows.
    private static SheetSection Completed(SheetCase it) => it.Rows()
        .Row("CompletedTitle", it.Text(it.Role is CaseRole.Exposed ? "CompletedByExposed" : it.Role is CaseRole.Coordinator or CaseRole.CoordinatorHandling ? "CompletedByCoordinator" : "CompletedByManager"))
        .Row("CompletedDate", it.Day(it.Now))
        .As("LogCompleted");

    private static string CharacterOf(string kind)
    {
        var category = kind.Split('.')[0];
        var what = kind[(category.Length)..].TrimStart('.');
        return (category, what) switch
        {
            (_, "sexual") => "Character_sexual",
            ("other_violation", "animal") => "Character_animal",
            ("physical_violence", _) => Weapons.Contains(what) ? "Character_weapon" : "Character_no_weapon",
            ("threat_veiled" or "threat_direct", _) => "Character_threat",
            _ => "Character_other",
        };
    }
}
