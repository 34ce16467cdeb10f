using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Exclude;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Incidents.ListExcludable;

/// <summary>Whom the caller may keep out of the case: first who reads it now, then who works in its unit, then everyone else, by name.</summary>
/// <param name="Search">Only those whose name holds these words.</param>
public sealed record ListExcludableQuery(CaseReference Case, Page Page, string? Search = null) : IQuery<Listing<Excludable>>;

/// <param name="Reads">What she mainly is to the case; null where she does not read it now.</param>
public sealed record Excludable(UserId Id, string Name, ReaderRole? Reads);

internal sealed class ListExcludableHandler(CaseDesk desk) : IRequestHandler<ListExcludableQuery, Listing<Excludable>>
{
    public async Task<Listing<Excludable>> Handle(ListExcludableQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        var actor = open.ActorFor(CaseAction.Exclude);
        var readers = new CaseReaders(open.Incident, open.Chart, open.User, open.Now).Show(open.Roles).Of(FieldGroup.Core).ToDictionary(reader => reader.UserId);
        var unit = open.Chart.Reach(open.Incident.UnitId);
        var found = open.Chart.People
            .Where(person => !person.IsDisabled && person.Id != open.User.Id && CanBeOffered(person, open) && ExcludeHandler.MayDecideOver(person.Id, actor, open))
            .Select(person => (Reader: readers.GetValueOrDefault(person.Id), Person: person))
            .Select(one => (
                Rank: one.Reader is not null ? 0 : unit.Contains(one.Person.HomeUnitId) ? 1 : 2,
                Item: new Excludable(one.Person.Id, one.Reader?.Name ?? NameOf(one.Person), one.Reader?.Role)))
            .Where(one => SoughtWords.AreIn(query.Search, one.Item.Name))
            .OrderBy(one => one.Rank).ThenBy(one => one.Item.Name, SwedishNames.Order).ThenBy(one => one.Item.Id.Value)
            .SkipWhile(one => query.Page.After is { } after && !IsAfter(one, after))
            .Take(query.Page.Take)
            .ToList();
        var page = Listing.Of(found, query.Page, one => CursorOf(one));
        return new Listing<Excludable>([.. page.Items.Select(one => one.Item)], page.Next);
    }

    // Whoever is behind an alias stands among the others: a gap in the list would tell who she is.
    private static bool CanBeOffered(Person person, OpenCase open) =>
        open.Incident.CanBeKeptOut(person.Id) || open.Incident.AliasOf(person.Id, open.User.Id) is not null;

    // Who has protected personal data is named to administrators only, as in every list of people.
    private static string NameOf(Person person) => person.HasProtectedIdentity ? IncidentTexts.ProtectedPerson : person.Name;

    private static Cursor CursorOf((int Rank, Excludable Item) one) => new($"{one.Rank}{one.Item.Name}", one.Item.Id.Value);

    private static bool IsAfter((int Rank, Excludable Item) one, Cursor after)
    {
        var (rank, name) = after.Key.Length > 0 ? (after.Key[0] - '0', after.Key[1..]) : (0, string.Empty);
        var order = one.Rank != rank ? one.Rank.CompareTo(rank) : SwedishNames.Order.Compare(one.Item.Name, name);
        return order > 0 || (order == 0 && one.Item.Id.Value.CompareTo(after.Id) > 0);
    }
}
