using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Indicators;

namespace IncidentReporting.Domain.Tests.Statistics.Indicators;

internal sealed class IndicatorListTests
{
    private static readonly string[] Sources = ["X1", "X2", "X3", "X4", "X5", "X6", "X7", "X8", "X9", "X10", "X11", "X12"];

    [Test]
    public void List_HasEveryIndicatorOfTheReferenceOnce() => Assert.That(
        IndicatorList.All.Select(indicator => indicator.Id),
        Is.EquivalentTo((string[])["V1a", .. Enumerable.Range(1, 13).Select(number => $"V{number}"), .. Enumerable.Range(1, 28).Select(number => $"O{number}")]));

    [Test]
    public void Indicators_AreToldInBothLanguages()
    {
        var wordings = IndicatorList.All.SelectMany(indicator => (Wording?[])[indicator.Title, indicator.Formula, indicator.Caveat, .. indicator.Figures.SelectMany(figure => (Wording?[])[figure.Title, figure.Why])]);

        Assert.That(wordings.OfType<Wording>(), Is.All.Matches<Wording>(IsTold));
    }

    [Test]
    public void Figures_AreCountedFromSomething_OrSayWhyNot() => Assert.That(
        IndicatorList.All.SelectMany(indicator => indicator.Figures),
        Is.All.Matches<IndicatorFigure>(figure => figure.Kind switch
        {
            FigureKind.Share => figure.Part is not null && (figure.Whole is null) != (figure.Rest is null),
            FigureKind.None => figure.Why is not null,
            FigureKind.Pulse => figure.Pulse is not null,
            FigureKind.Dark => true,
            FigureKind.ClassMedian or FigureKind.ClassNineInTen => figure.Part is { Category: null, Margin: { } margin } && IndicatorList.ClassesOf(margin).Count == margin.Classes.Count,
            _ => figure.Part is not null,
        }));

    [Test]
    public void Figures_OfOneIndicator_HaveNamesOfTheirOwn() => Assert.That(
        IndicatorList.All, Is.All.Matches<Indicator>(indicator =>
            indicator.Figures.DistinctBy(figure => figure.Id).Count() == indicator.Figures.Count && (indicator.Figures.Count == 1 || indicator.Figures.All(figure => figure.Title is not null))));

    [Test]
    public void Benchmarks_AreWholeInBothLanguages_AndBelongToAFigure()
    {
        var figures = IndicatorList.All.SelectMany(indicator => indicator.Figures.Select(figure => $"{indicator.Id}.{figure.Id}")).ToHashSet();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(IndicatorList.Benchmarks.Select(benchmark => benchmark.Id.Split('.')[0]).Distinct(), Is.EquivalentTo(Sources));
            Assert.That(IndicatorList.Benchmarks, Is.All.Matches<IndicatorBenchmark>(benchmark => figures.Contains(benchmark.Of) && IsTold(benchmark.Words) && (benchmark.Note is null || IsTold(benchmark.Note))));
            Assert.That(IndicatorList.Surveys, Is.All.Matches<BenchmarkSurvey>(survey => IsTold(survey.Name) && IsTold(survey.Population) && IsTold(survey.Source)));
            Assert.That(IndicatorList.Benchmarks.Where(benchmark => benchmark.Use != BenchmarkUse.Context).Select(benchmark => benchmark.Of), Is.Unique);
            Assert.That(IndicatorList.Benchmarks.Where(benchmark => benchmark.Use != BenchmarkUse.Context), Is.All.Matches<IndicatorBenchmark>(benchmark => benchmark.Value is > 0 and < 1));
        }
    }

    [TestCase("V1.exposed", 45)]
    [TestCase("V4.not_adequate", 30)]
    [TestCase("V5.not_enough", 30)]
    [TestCase("V6.fear_off_duty", 10)]
    [TestCase("V7.reported", 20)]
    [TestCase("V8.opened", 33)]
    [TestCase("V9.private_provider", 15)]
    [TestCase("V10.weak", 40)]
    public void Survey_OfVision_GaveThis(string of, double percent) => Assert.That(
        IndicatorList.Benchmarks.Single(benchmark => benchmark.Of == of && benchmark.Use != BenchmarkUse.Context), Has.Property("Percent").EqualTo(percent).And.Property("Survey").Property("Year").EqualTo(2021));

    [Test]
    public void Cell_OfNoPublishedNumber_IsRefused([Values("incidents.age.old", "cases", "incidents.police2.charged", "exposures.influence.maybe")] string written) =>
        Assert.That(() => StatCell.Read(written), Throws.InvalidOperationException);

    [Test]
    public void Joined_CountsItsClassesTogether() => Assert.That(StatMargins.FirstFollowUp.FindClasses("due"), Is.EqualTo([1, 2, 3]));

    private static bool IsTold(Wording wording) => !string.IsNullOrWhiteSpace(wording.Sv) && !string.IsNullOrWhiteSpace(wording.En) && (wording.Sv == wording.En ? wording.Sv.Length < 30 : true);
}
