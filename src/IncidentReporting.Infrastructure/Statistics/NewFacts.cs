using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>The facts and keys of a case that is written for the first time, past the save that would have made them.</summary>
internal sealed class NewFacts
{
    private readonly Dictionary<Guid, long> _exposed = [];

    private NewFacts(Incident incident, IncidentFacts? facts)
    {
        if (facts is null)
        {
            return;
        }

        (Key, Unit, Month) = (StatKeys.New(), facts.Unit.Value, facts.Month.Code);
        Facts.Add(Make(StatFactKind.Incidents, facts, incident.Id.Value, facts.Combo, facts.Flags, Key.Value, person: null));
        foreach (var exposure in facts.Exposures)
        {
            // The first exposure takes the incident's key: counted alike, one record must not get two independent noises.
            var key = _exposed.Count == 0 ? Key.Value : StatKeys.New();
            _exposed.Add(exposure.ExposedId, key);
            Facts.Add(Make(StatFactKind.Exposures, facts, exposure.ExposedId, exposure.Combo, exposure.Flags, key, exposure.User?.Value));
        }
    }

    /// <summary>Null while the case is not counted.</summary>
    public long? Key { get; }

    public Guid? Unit { get; }

    public int? Month { get; }

    public List<StatFact> Facts { get; } = [];

    public static NewFacts Of(Incident incident, WorkCalendar calendar) => new(incident, IncidentFacts.Of(incident, calendar));

    public long? KeyOf(Guid exposed) => _exposed.TryGetValue(exposed, out var key) ? key : null;

    /// <summary>The incident's columns that the domain does not have.</summary>
    public object? Column(string name) => name switch
    {
        StatColumns.Key => Key,
        StatColumns.Unit => Unit,
        StatColumns.Month => Month,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static StatFact Make(StatFactKind kind, IncidentFacts facts, Guid source, int combo, long flags, long key, Guid? person) => new()
    {
        Fact = (int)kind,
        Month = facts.Month.Code,
        UnitId = facts.Unit.Value,
        SourceId = source,
        Combo = combo,
        Flags = flags,
        StatKey = key,
        PersonId = person,
    };
}
