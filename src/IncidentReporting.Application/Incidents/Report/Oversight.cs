using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Report;

/// <summary>Whose manager a report goes to: the unit's own, or the next one where that manager is the counterpart, is hit, or is to be passed by.</summary>
internal static class Oversight
{
    public static UnitId? Of(OrgChart chart, UnitId unit, ReportContent report, IEnumerable<UserId> exposed, DateTimeOffset now, IEnumerable<UserId>? keptOut = null)
    {
        var conflicted = exposed.ToHashSet();
        var excluded = keptOut?.ToHashSet() ?? [];
        if (report.CounterpartUserId is { } counterpart)
        {
            conflicted.Add(counterpart);
        }

        var passBy = report.BypassManager || (report.CounterpartRelation == "manager_person" && report.CounterpartUserId is null);
        var passed = false;
        foreach (var above in chart.Ancestors(unit).Prepend(unit))
        {
            var managers = chart.HoldersIn(Role.Manager, above, now);
            if (managers.Count == 0)
            {
                continue;
            }

            // Passed by here, she is not met again further up.
            conflicted.UnionWith(passBy ? managers.Select(manager => manager.Id) : []);
            if (passBy || managers.Any(manager => conflicted.Contains(manager.Id)) || managers.All(manager => excluded.Contains(manager.Id)))
            {
                passBy = false;
                passed = true;
                continue;
            }

            return passed ? above : unit;
        }

        return passed ? null : unit;
    }
}
