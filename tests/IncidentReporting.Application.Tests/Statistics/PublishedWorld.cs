using IncidentReporting.Application.Statistics;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Indicators;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Statistics;

/// <summary>Frozen sums put straight into the store, with a slot that changes no number from 3 up: what is stored is what is published.</summary>
internal sealed class PublishedWorld : IAsyncDisposable
{
    public const int Year = 2025;

    private PublishedWorld(TestService service) => Service = service;

    public TestService Service { get; }

    public TestOrganisation Employer { get; private set; } = null!;

    public Unit Unit { get; private set; } = null!;

    public Person Analyst { get; private set; } = null!;

    public static async Task<PublishedWorld> StartAsync(int? visionAnswers = null)
    {
        var world = new PublishedWorld(await TestService.StartAsync(DatabaseProvider.Sqlite, services =>
        {
            services.AddSingleton<ICellProtections, Unchanged>();
            services.AddSingleton<ITableAllowance, NoLimit>();
            services.AddSingleton(new BenchmarkSettings(visionAnswers));
        }));
        world.Employer = TestOrganisation.Named("Arbetsgivarnamn", world.Service.Now);
        world.Unit = world.Employer.AddUnit("Enhet", world.Employer.Top);
        world.Analyst = world.Employer.AddPerson("Analytiker", world.Employer.Top, Role.Analyst);
        await world.Employer.SaveAsync(world.Service);
        await world.FreezeAsync(Year);
        return world;
    }

    public StatNode Node => StatNode.Of(Employer.Id);

    /// <summary>All months of the year, and its persons, final.</summary>
    public Task FreezeAsync(int year) => SaveAsync([.. Enumerable.Range(0, 13).Select(month => new StatRelease
    {
        ReleaseId = Guid.NewGuid(),
        Stage = (int)ReleaseStage.Final,
        Year = year,
        Month = month,
        BuiltAt = new DateTimeOffset(year + 1, 3, 31, 0, 0, 0, TimeSpan.Zero),
        TableId = PerturbationTables.Pt1.Id,
        KeyId = "test",
        OrgVersion = year,
        CodebookVersion = Codebook.Version,
    })]);

    /// <summary>So many of a total, or of a class or category by its finest name.</summary>
    public Task PutAsync(StatNode node, int year, params (string Cell, long Count)[] numbers) => SaveAsync([.. numbers.Select(number =>
    {
        var cell = StatCell.Read(number.Cell);
        var period = StatPeriod.OfYear(year).Code;
        return cell.Category is null
            ? (object)new StatTotal { Fact = (int)cell.Fact, NodeId = node.Key, Period = period, N = number.Count, KeySum = 1 }
            : new StatMarginRow
            {
                Fact = (int)cell.Fact,
                NodeId = node.Key,
                Indicator = cell.Level?.Attribute.Indicator ?? cell.Margin!.Indicator,
                Period = period,
                Class = (cell.Level?.Attribute.IndexOf(cell.Category) + 1) ?? cell.Margin!.FindClasses(cell.Category)!.Single(),
                N = number.Count,
                KeySum = 1,
            };
    })]);

    public Task StaffAsync(int year, decimal staff, decimal? fte = null, string group = "social_secretary_authority") => SaveAsync(
        [.. Enumerable.Range(1, 12).Select(month => Headcount.Create(Employer.Id, Unit.Id, group, new DateOnly(year, month, 1), staff, fte))]);

    /// <summary>A closed survey with so many answers of each sort.</summary>
    public async Task SurveyAsync(params (int Count, Dictionary<string, IReadOnlyList<string>> Answers)[] sorts)
    {
        var at = new DateTimeOffset(Year, 10, 1, 0, 0, 0, TimeSpan.Zero);
        var round = PulseRound.Create(
            PulseRoundId.New(at), Employer.Id, "Höst", new DateOnly(Year, 10, 1), new DateOnly(Year, 10, 14), [Unit.Id], new PulseTimes(at, at, RemindAt: null, at.AddDays(14)), new byte[32]);
        round.Invite(400, at);
        round.Close(PerturbationTables.Pt1.Id, "test", at.AddDays(14));
        await SaveAsync(round);
        foreach (var (count, answers) in sorts)
        {
            var sheet = PulseSheet.Read(answers, out _)!;
            await SaveAsync([.. Enumerable.Range(0, count).Select(number => PulseAnswer.Of(round.Id, unit: null, sheet, (uint)number))]);
        }
    }

    public Task<IndicatorsResult> AskAsync(string? node = null, string? period = null) => Service.SendAsync(Analyst.Id, new GetIndicatorsQuery(period, node));

    /// <summary>An indicator, or one of its parts after a point.</summary>
    public async Task<FigureResult> FigureAsync(string id, string? node = null)
    {
        var item = (await AskAsync(node)).Items.Single(item => item.Id == id.Split('.')[0]);
        return id.Contains('.', StringComparison.Ordinal) ? item.Parts.Single(part => part.Id == id.Split('.')[1]) : item;
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private Task SaveAsync(params object[] rows) => Service.WithAsync(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
        return 0;
    });

    private sealed class Unchanged : ICellProtections
    {
        private static readonly CellProtection Protection = new(PerturbationTables.Pt1, new Middle());

        public string TableId => PerturbationTables.Pt1.Id;

        public string KeyId => "test";

        public CellProtection Of(string tableId, string keyId) => Protection;

        public Guid PersonRef(Guid userId, int year) => userId;
    }

    private sealed class Middle : ISlotFunction
    {
        public int SlotOf(NoiseMeasure measure, uint cellKey) => 32768;
    }

    private sealed class NoLimit : ITableAllowance
    {
        public void Take(UserId user)
        {
        }
    }
}
