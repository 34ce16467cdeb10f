using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Headcounts.List;

/// <summary>The employer's headcounts, the latest month first, and within it by unit and group.</summary>
/// <param name="Unit">Only this unit's; null for all.</param>
/// <param name="From">The first month, 2026-01.</param>
/// <param name="To">The last month.</param>
public sealed record ListHeadcountsQuery(UnitId? Unit, string? From, string? To, Page Page) : IQuery<Listing<HeadcountRow>>;

internal sealed class ListHeadcountsHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user) : IRequestHandler<ListHeadcountsQuery, Listing<HeadcountRow>>
{
    public async Task<Listing<HeadcountRow>> Handle(ListHeadcountsQuery request, CancellationToken cancellationToken)
    {
        Operations.ListHeadcounts.Require(user);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var wanted = Wanted(request);
        var after = request.Page.After is { } cursor ? Place.Of(cursor) : null;
        if (after is { Month: var until })
        {
            wanted = wanted.Where(row => row.Month <= until);
        }

        var rows = new List<Headcount>();
        foreach (var month in await MonthsAsync(wanted, request.Page.Take, after, cancellationToken))
        {
            var ofMonth = await wanted.Where(row => row.Month == month).ToListAsync(cancellationToken);
            rows.AddRange(ofMonth.OrderBy(row => Place.Of(row).Key(chart)).Where(row => after is null || Place.Of(row).IsAfter(after, chart)));
        }

        var page = Listing.Of([.. rows.Take(request.Page.Take)], request.Page, row => Place.Of(row).Cursor);
        return new Listing<HeadcountRow>([.. page.Items.Select(row => HeadcountRow.Of(row, chart))], page.Next);
    }

    // So many of the latest months that the page is full, whatever stands before the cursor in its month.
    private static async Task<List<DateOnly>> MonthsAsync(IQueryable<Headcount> wanted, int take, Place? after, CancellationToken cancellationToken)
    {
        var counts = await wanted.GroupBy(row => row.Month).Select(month => new { month.Key, Count = month.Count() })
            .OrderByDescending(month => month.Key).ToListAsync(cancellationToken);
        var (months, left) = (new List<DateOnly>(), take);
        foreach (var month in counts.TakeWhile(_ => left > 0))
        {
            months.Add(month.Key);
            left -= month.Key == after?.Month ? 0 : month.Count;
        }

        return months;
    }

    private IQueryable<Headcount> Wanted(ListHeadcountsQuery request)
    {
        var employer = user.EmployerId;
        var rows = db.Set<Headcount>().AsNoTracking().Where(row => row.EmployerId == employer);
        rows = request.Unit is { } unit ? rows.Where(row => row.UnitId == unit) : rows;
        rows = Month(request.From, "from") is { } from ? rows.Where(row => row.Month >= from) : rows;
        return Month(request.To, "to") is { } to ? rows.Where(row => row.Month <= to) : rows;
    }

    private static DateOnly? Month(string? text, string field) =>
        string.IsNullOrEmpty(text) ? null : CalendarMonth.Find(text) ?? throw new InvalidInputException(field, HeadcountTexts.Get("MonthForm"));

    /// <summary>Where a row stands in the list.</summary>
    private sealed record Place(DateOnly Month, UnitId Unit, string Group)
    {
        public Cursor Cursor => new($"{CalendarMonth.Text(Month)}/{Group}", Unit.Value);

        public static Place Of(Headcount row) => new(row.Month, row.UnitId, row.OccupationalGroup);

        public static Place Of(Cursor cursor) =>
            cursor.Key.Split('/') is [var month, var group] && CalendarMonth.Find(month) is { } day
                ? new Place(day, new UnitId(cursor.Id), group)
                : throw new InvalidInputException("after", CommonTexts.BadCursor);

        public bool IsAfter(Place other, OrgChart chart) => Month < other.Month || (Month == other.Month && Key(chart).CompareTo(other.Key(chart)) > 0);

        public PlaceKey Key(OrgChart chart) => new(chart.Unit(Unit)?.Name ?? string.Empty, Unit.Value, Group);
    }

    private readonly record struct PlaceKey(string Name, Guid Unit, string Group) : IComparable<PlaceKey>
    {
        public int CompareTo(PlaceKey other)
        {
            var byName = SwedishNames.Order.Compare(Name, other.Name);
            var byUnit = byName != 0 ? byName : Unit.CompareTo(other.Unit);
            return byUnit != 0 ? byUnit : string.CompareOrdinal(Group, other.Group);
        }
    }
}
