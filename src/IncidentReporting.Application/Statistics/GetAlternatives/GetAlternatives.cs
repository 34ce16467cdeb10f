using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Application.Statistics.Pulse;
using IncidentReporting.Domain.Statistics;
using MediatR;

namespace IncidentReporting.Application.Statistics.GetAlternatives;

/// <summary>What can be asked instead of a table that is closed: the nearest questions that are open. Members as for a table.</summary>
public sealed record GetAlternativesQuery(string? Measure, string? Node, string? Period, string? By) : IQuery<Listing<AlternativeResult>>;

/// <param name="By">As it is asked for.</param>
public sealed record AlternativeResult(NodeResult Node, string Period, IReadOnlyList<string> By);

internal sealed class GetAlternativesHandler(ProtectedFigures figures, PulseAsking pulse, StatisticsNodes nodes, ITableAllowance allowance, ICurrentUser user)
    : IRequestHandler<GetAlternativesQuery, Listing<AlternativeResult>>
{
    private const int Most = 4;

    public async Task<Listing<AlternativeResult>> Handle(GetAlternativesQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadStatistics.Require(user);
        allowance.Take(user.Id);
        return new(request.Measure?.Trim() == StatisticsQuestion.Pulse ? await OfPulseAsync(request, cancellationToken) : await OfRegisterAsync(request, cancellationToken), Next: null);
    }

    private async Task<List<AlternativeResult>> OfRegisterAsync(GetAlternativesQuery request, CancellationToken ct)
    {
        var fact = StatisticsQuestion.Measure(request.Measure);
        var by = StatisticsQuestion.By(fact, request.By);
        var node = await nodes.ResolveAsync(request.Node, ct);
        var frozen = await figures.FrozenAsync(ct);
        var period = StatisticsQuestion.Period(request.Period, frozen, fact);
        var asked = new Question(node, period, by);
        var above = await nodes.DefaultAsync(ct);
        var year = frozen.LatestYear(period.Year) ?? period;
        IEnumerable<Question> near =
        [
            .. Coarser(Codebook.Of(fact), by).Select(other => asked with { By = other }),
            asked with { Period = year },
            .. Fewer(by).Select(other => asked with { By = other }),
            .. Fewer(by).Select(other => new Question(node, year, other)),
            .. by.Select(level => asked with { By = [level] }),
            asked with { By = [] },
            asked with { Node = above },
            new(node, year, []),
            new(above, year, by),
            new(above, year, []),
        ];
        var open = new List<AlternativeResult>();
        foreach (var question in near.DistinctBy(question => question.Written).Where(question => question.Written != asked.Written && frozen.Find(question.Period, fact) is not null))
        {
            if ((await figures.TableAsync(fact, question.Node, question.Period, question.By, ct)).Closed is null)
            {
                open.Add(new AlternativeResult(await ShownAsync(question.Node, ct), question.Period.ToString(), [.. question.By.Select(level => level.Name)]));
            }

            if (open.Count == Most)
            {
                break;
            }
        }

        return open;
    }

    private async Task<List<AlternativeResult>> OfPulseAsync(GetAlternativesQuery request, CancellationToken ct)
    {
        var names = (request.By ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var above = (await nodes.DefaultAsync(ct)).ToString();
        IEnumerable<(string? Node, string By)> near =
        [
            .. names.Length > 1 ? names.Select(name => (request.Node, name)) : [],
            (request.Node, string.Empty),
            (above, request.By ?? string.Empty),
            (above, string.Empty),
        ];
        var open = new List<AlternativeResult>();
        foreach (var (node, by) in near.Distinct().Where(question => question != (request.Node, request.By ?? string.Empty)))
        {
            var table = await pulse.AskAsync(new GetTableQuery(StatisticsQuestion.Pulse, node, request.Period, by, Children: null), ct);
            if (table.Closed is null && open.Count < Most)
            {
                open.Add(new AlternativeResult(table.Node, table.Period, table.By));
            }
        }

        return open;
    }

    private static IEnumerable<IReadOnlyList<StatLevel>> Coarser(Codebook codebook, IReadOnlyList<StatLevel> by)
    {
        for (var index = 0; index < by.Count; index++)
        {
            var level = by[index];
            if (codebook.Levels.FirstOrDefault(other => other.Attribute == level.Attribute && other.CategoryCount < level.CategoryCount) is { } coarser)
            {
                yield return [.. by.Take(index), coarser, .. by.Skip(index + 1)];
            }
        }
    }

    private static IEnumerable<IReadOnlyList<StatLevel>> Fewer(IReadOnlyList<StatLevel> by) =>
        by.Count < 2 ? [] : Enumerable.Range(0, by.Count).Reverse().Select(left => (IReadOnlyList<StatLevel>)[.. by.Where((_, index) => index != left)]);

    private async Task<NodeResult> ShownAsync(StatNode node, CancellationToken ct) => (await nodes.AllAsync(ct)).First(known => known.Node == node).Shown;

    private sealed record Question(StatNode Node, StatPeriod Period, IReadOnlyList<StatLevel> By)
    {
        public string Written => $"{Node} {Period} {string.Join(',', By.Select(level => level.Name))}";
    }
}
