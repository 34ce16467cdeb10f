using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>Holds rows as they were told against what they can be.</summary>
/// <param name="today">The day it is at the employer.</param>
/// <param name="placeOf">What a row is called to who sent it.</param>
internal sealed class HeadcountCheck(OrgChart chart, DateOnly today, Func<int, string> placeOf)
{
    public const int MostRows = 20_000;

    private static readonly DateOnly First = new(1990, 1, 1);

    public IReadOnlyList<HeadcountFault> Faults(IReadOnlyList<HeadcountInput> rows)
    {
        var faults = new List<HeadcountFault>();
        var seen = new Dictionary<(UnitId, string, DateOnly), int>();
        for (var place = 0; place < rows.Count; place++)
        {
            var (row, before) = (rows[place], faults.Count);
            Check(row, place, faults);
            if (faults.Count == before && !seen.TryAdd((row.UnitId!.Value, row.OccupationalGroup!, CalendarMonth.Find(row.Month)!.Value), place))
            {
                var first = seen[(row.UnitId.Value, row.OccupationalGroup!, CalendarMonth.Find(row.Month)!.Value)];
                faults.Add(new HeadcountFault(place, string.Empty, HeadcountTexts.Get("Twice", placeOf(first), placeOf(place))));
            }
        }

        return faults;
    }

    private void Check(HeadcountInput row, int place, List<HeadcountFault> faults)
    {
        if (row.UnitId is not { } unit || chart.Unit(unit) is null)
        {
            Fault("unitId", row.UnitId is null ? "UnitMissing" : "UnitUnknown");
        }

        if (row.OccupationalGroup is not { } group || !CodeLists.OccupationalGroups.Contains(group))
        {
            Fault("occupationalGroup", string.IsNullOrEmpty(row.OccupationalGroup) ? "GroupMissing" : "GroupUnknown");
        }

        if (CalendarMonth.Find(row.Month) is not { } month)
        {
            Fault("month", string.IsNullOrEmpty(row.Month) ? "MonthMissing" : "MonthForm");
        }
        else if (month < First || month > today)
        {
            Fault("month", month > today ? "MonthToCome" : "MonthLongAgo");
        }

        var staff = row.Headcount;
        if (staff is null || !Headcount.IsCount(staff.Value))
        {
            Fault("headcount", staff is null ? "HeadcountMissing" : "HeadcountForm");
        }
        else if (row.Fte is { } fte && !Headcount.IsTimeOf(fte, staff.Value))
        {
            Fault("fte", fte > staff.Value ? "FteMuch" : "FteForm");
        }

        void Fault(string field, string text) => faults.Add(new HeadcountFault(place, field, HeadcountTexts.Get(text)));
    }
}
