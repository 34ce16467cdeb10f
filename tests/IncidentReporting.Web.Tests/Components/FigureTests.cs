using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;
using IncidentReporting.Web.Components.Figures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IncidentReporting.Web.Tests.Components;

/// <summary>What the charts and tables of figures write, in Swedish, whose numbers and minus sign a drawing must not take over.</summary>
[SetCulture("sv-SE")]
[SetUICulture("sv-SE")]
internal sealed partial class FigureTests
{
    private const string Sharp = "<b>\"Å & Ö\"</b>";

    private static readonly ChartWords Words = new("Hur är det?", "Antal", Source: "Källa");

    private static readonly BarList Bars = new(Words, "Händelse", "Antal", [new("Hot", 1097.4), new(Sharp, 34, new FigureInterval(21.4, 48.6)), new("Våld", FigureValue.Small()), new("Stöd", FigureValue.Small(9)), new("Näthat", FigureValue.Closed)]);

    private static readonly BenchmarkChart Benchmark = new(Words, "Fråga", "Vi", "De", [new("Polis", 22.6, new FigureInterval(17.3, 29), 20, "lika"), new("Stöd", FigureValue.Under(5), Benchmark: 30), new(Sharp, FigureValue.Missing, Benchmark: 10, Why: "Ingen enkät")]);

    private static readonly SeriesChart Series = new(
        Words,
        "Månad",
        ["jan", "feb", "mars", "april", Sharp],
        [new("Vi", [12.5, FigureValue.Small(), FigureValue.Missing, 7.5, 9]) { Signals = [0] }, new(Sharp, [11, 12, 13, 14, 15])],
        FigureUnit.Decimal,
        new ControlLimits(10, [1.5, 1, 1, 1, 1], [19.5, 20, 20, 20, 20]));

    private static readonly FunnelPlot Funnel = new(Words, "Enhet", [new("Ett", 6.2, 14, SignalLevel.Watch), new(Sharp, 3.1, FigureValue.Small()), new("Tre", 4, FigureValue.Closed), new("Fyra", 21, 38, SignalLevel.Alert)], [new(2, 7, 10), new(5, 11, 15), new(20, 30, 37)]);

    private static readonly CusumChart Cusum = new(Words, 4.2, [new("jan", 1, .9, 0), new("feb", 3, .9, 1.7), new(Sharp, 5, .9, 5.4, SignalLevel.Alert), new("april", 0, null, null)]);

    private static IEnumerable<TestCaseData> Charts() =>
    [
        new TestCaseData(Bars).SetArgDisplayNames("bars"),
        new TestCaseData(Benchmark).SetArgDisplayNames("benchmark"),
        new TestCaseData(Series).SetArgDisplayNames("series"),
        new TestCaseData(Funnel).SetArgDisplayNames("funnel"),
        new TestCaseData(Cusum).SetArgDisplayNames("cusum"),
    ];

    [TestCaseSource(nameof(Charts))]
    public void Chart_Written_HasNoStyleAndNoScript(Chart chart)
    {
        var figure = Write(chart);

        Assert.That(figure.QuerySelectorAll("[style], script, style, [onclick], [onload]"), Is.Empty);
    }

    [TestCaseSource(nameof(Charts))]
    public void Chart_InSwedish_IsDrawnInNumbersOfNoLanguage(Chart chart)
    {
        string[] places = ["x", "y", "x1", "x2", "y1", "y2", "dx", "width", "height", "rx", "r", "viewBox", "d"];
        var drawn = Write(chart).QuerySelectorAll("svg, svg *").SelectMany(element => element.Attributes).Where(attribute => places.Contains(attribute.LocalName, StringComparer.Ordinal)).Select(attribute => attribute.Value).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawn, Has.Count.GreaterThan(20));
            Assert.That(drawn, Has.All.Matches<string>(Drawn().IsMatch));
        }
    }

    [TestCaseSource(nameof(Charts))]
    public void Chart_ForThoseWhoDoNotSeeIt_IsNamedAndDescribedInEachForm(Chart chart)
    {
        var drawings = Write(chart).QuerySelectorAll("figure > svg").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(drawings.Select(drawing => drawing.ClassName), Is.EquivalentTo((string[])["wide", "broad", "narrow"]));
            foreach (var drawing in drawings)
            {
                Assert.That(drawing.GetAttribute("role"), Is.EqualTo("img"));
                Assert.That(
                    drawing.GetAttribute("aria-labelledby")!.Split(' ').Select(id => drawing.QuerySelector("#" + id)?.TextContent),
                    Has.Exactly(2).Items.And.All.Not.Empty.And.Some.EqualTo("Hur är det?"));
            }
        }
    }

    [TestCaseSource(nameof(Charts))]
    public void Chart_WithSharpLetters_SaysThemAsTheyAre(Chart chart)
    {
        var figure = Write(chart);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figure.QuerySelectorAll("b"), Is.Empty);
            Assert.That(figure.QuerySelector("table")!.TextContent, Does.Contain(Sharp));
        }
    }

    [TestCaseSource(nameof(Charts))]
    public void Chart_AsATable_HasEveryFigureThatIsDrawn(Chart chart)
    {
        var figure = Write(chart);
        var table = figure.QuerySelector("details table")!.TextContent;

        // What is drawn without being a mark of the axis stands heavier.
        var told = figure.QuerySelectorAll("svg .strong").Select(text => text.TextContent).Where(text => text.Any(char.IsDigit)).ToList();
        Assert.That(told.Where(text => !table.Contains(text, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Bars_AsATable_HaveFiguresIntervalsAndWhatIsHidden()
    {
        var cells = Write(Bars).QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()).ToList();

        Assert.That(cells, Is.EqualTo((string[])["1\u00A0097", "", "34", "21–49", "färre än 5", "", "färre än 10", "", "–stängd", ""]));
    }

    [Test]
    public void Series_AsATable_HasFiguresLimitsAndSignals()
    {
        var rows = Write(Series).QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))).ToList();

        Assert.That(rows[..2], Is.EqualTo((string[])["12,5|11,0|1,5|10,0|19,5|utanför gränserna", "färre än 5|12,0|1,0|10,0|20,0|ingen"]));
    }

    [Test]
    public void Funnel_AsATable_HasTheNumbersOfTheMarksAndTheLimitsOfEach()
    {
        var rows = Write(Funnel).QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()))).ToList();

        Assert.That(rows, Is.EqualTo((string[])["1. Ett|6,2|14|11|15|bevaka", $"2. {Sharp}|3,1|färre än 5|7|10|ingen", "3. Tre|4,0|–stängd|7|10|ingen", "4. Fyra|21,0|38|30|37|larm"]));
    }

    [Test]
    public void Bars_ThatAreHidden_AreWordsWithoutABar()
    {
        var wide = Write(Bars).QuerySelector("svg.wide")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wide.QuerySelectorAll("rect"), Has.Exactly(2).Items);
            Assert.That(wide.QuerySelectorAll("text").Select(text => text.TextContent), Does.Contain("färre än 5").And.Contain("färre än 10").And.Contain("stängd"));
        }
    }

    [Test]
    public void Series_WithAGapAndAHiddenFigure_IsBrokenAndMarkedAtTheBottom()
    {
        var wide = Write(Series).QuerySelector("svg.wide")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wide.QuerySelector("path.line-1")!.GetAttribute("d")!.Count(letter => letter == 'M'), Is.EqualTo(1), "only from April on are two points beside each other");
            Assert.That(wide.QuerySelectorAll(".open-1").Single().GetAttribute("y"), Is.EqualTo(wide.QuerySelector("line.axis")!.GetAttribute("y1")));
            Assert.That(wide.QuerySelectorAll(".line-2").Single().GetAttribute("d")!.Count(letter => letter == 'L'), Is.EqualTo(4));
        }
    }

    [Test]
    public void Funnel_WithAClosedUnit_DoesNotDrawIt() =>
        Assert.That(Write(Funnel).QuerySelectorAll("svg.wide .strong").Select(text => text.TextContent), Is.EquivalentTo((string[])["1", "2", "4"]));

    [Test]
    public void Benchmark_WithoutAFigure_SaysWhyAndKeepsTheOthersDiamond()
    {
        var wide = Write(Benchmark).QuerySelector("svg.wide")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wide.QuerySelectorAll("text").Select(text => text.TextContent), Does.Contain("Ingen enkät"));
            Assert.That(wide.QuerySelectorAll(".fill-2"), Has.Exactly(2).Items);
            Assert.That(wide.QuerySelectorAll(".open-1"), Has.Exactly(1).Items, "under 5 % is drawn open");
        }
    }

    [Test]
    public void Cusum_OfExactCounts_SaysThatTheyAreNotPassedOn()
    {
        var figure = Write(Cusum with { Words = Words with { IsExact = true } });

        Assert.That(figure.TextContent, Does.Contain("får inte spridas").And.Not.Contain("Talen är skyddade"));
    }

    [Test]
    public void Chart_OnANarrowPlace_HasItsLabelsAboveTheBars()
    {
        var narrow = Write(Bars).QuerySelector("svg.narrow")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(narrow.QuerySelectorAll("rect").Select(bar => bar.GetAttribute("x")), Has.All.EqualTo("0%"));
            Assert.That(narrow.QuerySelector("text")!.GetAttribute("text-anchor"), Is.Null);
        }
    }

    [Test]
    public void Chart_WithNothingToShow_SaysSoInstead()
    {
        var figure = Write(Bars with { Bars = [], Words = Words with { Empty = "Inget än." } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figure.TextContent, Does.Contain("Inget än."));
            Assert.That(figure.QuerySelector("svg"), Is.Null);
        }
    }

    [Test]
    public void Table_WithEveryState_SaysItAndWhatItMeans()
    {
        var table = new FigureTable("Vad?", "Enhet", [new("Antal"), new("Andel", FigureUnit.Percent)], [new("Ett", 12, 22.5), new(Sharp, FigureValue.Closed, FigureValue.Over(95)) { Href = "/x" }, new("Alla", FigureValue.Small(), FigureValue.Missing) { IsTotal = true }]) { Source = "Frysta i mars" };

        var written = Write(new FigureTableTagHelper { Model = table, Csv = "/t.csv" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written.QuerySelectorAll("tbody td").Select(cell => cell.TextContent), Is.EqualTo((string[])["12", "23\u00A0%", "–stängd", "över 95\u00A0%", "färre än 5", "saknas"]));
            Assert.That(written.QuerySelectorAll("th").Select(head => head.GetAttribute("scope")), Is.EqualTo((string[])["col", "col", "col", "row", "row", "row"]));
            Assert.That(written.QuerySelectorAll(".figure-note").Select(note => note.TextContent), Has.Exactly(3).Items.And.Some.StartsWith("–").And.Some.StartsWith("Talen är skyddade").And.Some.EqualTo("Frysta i mars"));
            Assert.That(written.QuerySelectorAll("a").Select(link => link.GetAttribute("href")), Is.EqualTo((string[])["/x", "/t.csv"]));
            Assert.That(written.QuerySelector("caption")!.TextContent, Is.EqualTo("Vad?"));
        }
    }

    [Test]
    public void KeyFigures_InEveryState_SayTheNumberThenTheIntervalThenTheComparison()
    {
        KeyFigure[] figures =
        [
            new("Andel", 22.6, FigureUnit.Percent) { Interval = new(17.3, 29), Comparison = "landet 20 %" },
            new("Få", FigureValue.Small()) { Why = "För få." },
            new("Inget", FigureValue.Missing) { Why = "Ingen enkät." },
            new("Mörkertal", 40) { Text = "4 av 10" },
        ];

        var written = Write(new KeyFiguresTagHelper { Model = figures });

        Assert.That(
            written.QuerySelectorAll(".panel").Select(card => string.Join('|', card.Children.Select(line => line.TextContent))),
            Is.EqualTo((string[])["Andel|23\u00A0%|17–29\u00A0% · landet 20 %", "Få|färre än 5|För få.", "Inget|Går inte att räkna ut|Ingen enkät.", "Mörkertal|4 av 10"]));
    }

    [Test]
    public void FigureValues_OfWhatTheStatisticsAnswer_KeepWhatIsHiddenHidden()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FigureValues.Of(ShownCell.Of(17, 5)), Is.EqualTo(FigureValue.Of(17)));
            Assert.That(FigureValues.Of(ShownCell.Of(9, 10)), Is.EqualTo(FigureValue.Small(9)));
            Assert.That(FigureValues.Of(ShownCell.Closed), Is.EqualTo(FigureValue.Closed));
            Assert.That(FigureValues.Of(new Share(FigureState.Ok, .226, 100, new Interval(.173, .29))), Is.EqualTo(FigureValue.Of(23)));
            Assert.That(FigureValues.Of(new Share(FigureState.Ok, .03, 100, new Interval(.01, .08))), Is.EqualTo(FigureValue.Under(5)));
            Assert.That(FigureValues.Of(new Share(FigureState.TooFewInDenominator, null, null, null)), Is.EqualTo(FigureValue.Missing));
            Assert.That(FigureValues.IntervalOf(new Share(FigureState.Ok, .03, 100, new Interval(.01, .08))), Is.Null);
            Assert.That(FigureValues.Of(new Rate(FigureState.Small, null, new Interval(0, 11.67))), Is.EqualTo(FigureValue.Small()));
            Assert.That(FigureValue.Small().Value, Is.Null);
        }
    }

    [Test]
    [SetUICulture("en")]
    [SetCulture("en-GB")]
    public void Chart_InEnglish_SpeaksEnglish() =>
        Assert.That(Write(Bars).TextContent, Does.Contain("fewer than 5").And.Contain("1,097").And.Contain("Show as a table"));

    private static IElement Write(Chart chart) => Write(chart switch
    {
        BarList model => (TagHelper)new BarListTagHelper { Model = model },
        BenchmarkChart model => new BenchmarkChartTagHelper { Model = model },
        SeriesChart model => new SeriesChartTagHelper { Model = model },
        FunnelPlot model => new FunnelChartTagHelper { Model = model },
        CusumChart model => new CusumChartTagHelper { Model = model },
        _ => throw new NotSupportedException(),
    });

    private static IElement Write(TagHelper component)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        component.ProcessAsync(context, output).GetAwaiter().GetResult();
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(written.ToString()).Body!.FirstElementChild!;
    }

    [GeneratedRegex(@"^[-0-9.MLHVzZ% em]+$", RegexOptions.None, 1000)]
    private static partial Regex Drawn();
}
