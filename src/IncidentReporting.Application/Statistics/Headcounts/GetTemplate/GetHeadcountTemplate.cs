using System.Globalization;
using System.Text;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Statistics;
using MediatR;

namespace IncidentReporting.Application.Statistics.Headcounts.GetTemplate;

/// <summary>A file to fill in for this month: every open unit and group, with its latest figures.</summary>
public sealed record GetHeadcountTemplateQuery : IQuery<HeadcountTemplate>;

/// <param name="Content">Begins with the mark by which spreadsheets know UTF-8.</param>
public sealed record HeadcountTemplate(string Name, byte[] Content);

internal sealed class GetHeadcountTemplateHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetHeadcountTemplateQuery, HeadcountTemplate>
{
    // Where nothing was ever told: the group that most units have.
    private const string CommonGroup = "social_secretary_authority";

    public async Task<HeadcountTemplate> Handle(GetHeadcountTemplateQuery request, CancellationToken cancellationToken)
    {
        Operations.ListHeadcounts.Require(user);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var month = CalendarMonth.Text(Headcount.FirstOf(chart.DayOf(time.Now())));
        var latest = (await db.LatestAsync(user.EmployerId, cancellationToken)).ToLookup(row => row.UnitId);
        var above = chart.Units.Select(unit => unit.ParentId).ToHashSet();
        var rows = chart.Units.Where(unit => !unit.IsClosed && (latest.Contains(unit.Id) || !above.Contains(unit.Id)))
            .OrderBy(unit => unit.Name, SwedishNames.Order).ThenBy(unit => unit.Id.Value)
            .SelectMany(unit => latest[unit.Id].OrderBy(row => row.OccupationalGroup, StringComparer.Ordinal)
                .Select(row => new HeadcountRow(unit.Id, unit.Name, row.OccupationalGroup, month, row.Staff, row.Fte))
                .DefaultIfEmpty(new HeadcountRow(unit.Id, unit.Name, CommonGroup, month, 0, Fte: null)));
        return new HeadcountTemplate($"headcounts-{month}.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(HeadcountCsv.ForPeople(rows, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName))]);
    }
}
