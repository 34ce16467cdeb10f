using System.Text;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Headcounts.Import;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Statistics;

/// <summary>Files as spreadsheets and payroll systems write them.</summary>
[SetUICulture("sv")]
public sealed class HeadcountFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly TestOrganisation _employer = TestOrganisation.Named("Exempelkommun", Now);
    private readonly Unit _unit;

    static HeadcountFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public HeadcountFileTests()
    {
        _unit = _employer.AddUnit("Hörnan; mottag", _employer.Top);
        _employer.AddUnit("Linden", _unit);
        _employer.AddUnit("Linden", _employer.Top);
    }

    private static IEnumerable<TestCaseData<byte[]>> Written()
    {
        const string swedish = "Enhet;Yrkesgrupp;Månad;Antal anställda;Årsarbetare\r\n\"Hörnan; mottag\";Biståndshandläggare;2026-10;1 018,25;900,5\r\n";
        const string english = "month,unit,occupational_group,headcount,fte\n2026-10-01,\"Hörnan; mottag\",needs_assessor,1018.25,900.5\n";
        yield return new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(swedish)]) { TestName = "with a mark" };
        yield return new(Encoding.UTF8.GetBytes(swedish)) { TestName = "without a mark" };
        yield return new(Encoding.GetEncoding(1252).GetBytes(swedish)) { TestName = "in Windows-1252" };
        yield return new([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(swedish.Replace(";", "\t", StringComparison.Ordinal).Replace("Hörnan\t", "Hörnan;", StringComparison.Ordinal))]) { TestName = "Unicode text with tabs" };
        yield return new(Encoding.UTF8.GetBytes(english)) { TestName = "in English with commas" };
        yield return new(Encoding.UTF8.GetBytes(english.Replace("2026-10-01", "okt-26", StringComparison.Ordinal))) { TestName = "month made a date by a spreadsheet" };
        yield return new(Encoding.UTF8.GetBytes("\n\n" + english.Replace("needs_assessor", "Needs assessor", StringComparison.Ordinal) + "\n,,,,\n")) { TestName = "with blank rows" };
    }

    [TestCaseSource(nameof(Written))]
    public void File_HoweverWritten_IsRead(byte[] file) =>
        Assert.That(Read(file).Rows, Is.EqualTo([new HeadcountInput(_unit.Id, "needs_assessor", "2026-10", 1018.25m, 900.5m)]));

    [Test]
    public void File_WrittenByTheProduct_ReadsBackAsItWas()
    {
        var formula = _employer.AddUnit("=1+1 \"fem\"", _employer.Top);
        var row = new HeadcountRow(formula.Id, formula.Name, "needs_assessor", "2026-10", 18.5m, Fte: null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(HeadcountCsv.ForPeople([row], "sv"), Does.Contain(";\"'=1+1 \"\"fem\"\"\";needs_assessor;2026-10;18,5;\r\n"));
            foreach (var text in (string[])[HeadcountCsv.Plain([row]), HeadcountCsv.ForPeople([row], "sv"), HeadcountCsv.ForPeople([row], "en")])
            {
                Assert.That(Read(Encoding.UTF8.GetBytes(text)).Rows, Is.EqualTo([new HeadcountInput(formula.Id, "needs_assessor", "2026-10", 18.5m)]), text);
                Assert.That(Read(Encoding.UTF8.GetBytes(text.Replace(formula.Id.Value.ToString(), string.Empty, StringComparison.Ordinal))).Rows[0].UnitId, Is.EqualTo(formula.Id), text);
            }
        }
    }

    [TestCase("Hörnan; mottag", "needs_assessor", "2026-10", "tio", "", "rows[3].headcount")]
    [TestCase("Hörnan; mottag", "needs_assessor", "2026-10", "1.250,5", "", "rows[3].headcount")]
    [TestCase("Hörnan; mottag", "needs_assessor", "2026-10", "-1", "", "rows[3].headcount")]
    [TestCase("Hörnan; mottag", "needs_assessor", "2026-10", "", "", "rows[3].headcount")]
    [TestCase("Hörnan; mottag", "needs_assessor", "2026-10", "10", "16", "rows[3].fte")]
    [TestCase("Hörnan; mottag", "needs_assessor", "2026-12", "10", "", "rows[3].month")]
    [TestCase("Hörnan; mottag", "needs_assessor", "oktober", "10", "", "rows[3].month")]
    [TestCase("Hörnan; mottag", "sjuksköterska", "2026-10", "10", "", "rows[3].occupationalGroup")]
    [TestCase("Linden", "needs_assessor", "2026-10", "10", "", "rows[3].unitId")]
    [TestCase("Granen", "needs_assessor", "2026-10", "10", "", "rows[3].unitId")]
    [TestCase("", "needs_assessor", "2026-10", "10", "", "rows[3].unitId")]
    [TestCase("01a20080-0000-7000-8000-000000000000", "needs_assessor", "2026-10", "10", "", "rows[3].unitId")]
    public void Row_ThatCannotBe_IsNamedWithItsColumn(string unit, string group, string month, string headcount, string fte, string path) =>
        Assert.That(ErrorsOf($"enhet;yrkesgrupp;månad;antal;årsarbetare\n\n\"{unit}\";{group};{month};{headcount};{fte}").Keys, Is.EqualTo([path]));

    [Test]
    public void Row_ThatStandsTwice_NamesBoth()
    {
        var errors = ErrorsOf($"enhet;yrkesgrupp;månad;antal\n{_unit.Id.Value};needs_assessor;2026-10;5\n{_unit.Id.Value};needs_assessor;2026-09;5\n\"Hörnan; mottag\";Needs assessor;2026-10;6");

        Assert.That(errors["rows[4]"], Has.One.Contains("rad 2").And.One.Contains("rad 4"));
    }

    [Test]
    public void Row_BelowAValueOfSeveralLines_IsNamedAsASpreadsheetNumbersIt() =>
        Assert.That(ErrorsOf("enhet;yrkesgrupp;månad;antal\n\"Hörnan;\n mottag\";needs_assessor;2026-10;5\nGranen;needs_assessor;2026-10;5").Keys, Is.EqualTo(["rows[2].unitId", "rows[4].unitId"]));

    [TestCase("enhet;yrkesgrupp;antal\nx;y;1", "rows[1].month")]
    [TestCase("yrkesgrupp;månad;antal\ny;2026-10;1", "rows[1].unitId")]
    [TestCase("enhet;yrkesgrupp;månad;antal;lön\nx;y;2026-10;1;2", "rows[1]")]
    [TestCase("enhet;yrkesgrupp;månad;månad;antal\nx;y;2026-10;2026-10;1", "rows[1].month")]
    [TestCase("enhet;yrkesgrupp;månad;antal", "file")]
    [TestCase("\n;;\n", "file")]
    public void Headings_ThatAreWrong_AreNamed(string text, string path) => Assert.That(ErrorsOf(text).Keys, Is.EqualTo([path]));

    [Test]
    public void File_WithManyFaults_ShowsSomeAndCountsTheRest()
    {
        var errors = ErrorsOf("enhet;yrkesgrupp;månad;antal\n" + string.Concat(Enumerable.Repeat("Granen;needs_assessor;2026-10;5\n", 300)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(errors, Has.Count.EqualTo(201));
            Assert.That(errors["file"], Has.One.Contains("100"));
        }
    }

    [Test]
    public void File_OfTooManyRows_IsRefusedAsAWhole()
    {
        var row = $"{_unit.Id.Value};needs_assessor;2026-10;5\n";

        Assert.That(ErrorsOf("enhet;yrkesgrupp;månad;antal\n" + string.Concat(Enumerable.Repeat(row, HeadcountCheck.MostRows + 1))).Keys, Is.EqualTo(["file"]));
    }

    [Test]
    public void Text_OfAnError_HoldsNothingOfTheFile()
    {
        var errors = ErrorsOf("enhet;yrkesgrupp;månad;antal;hemligt\nHemlig Person;hemligt;hemligt;hemligt;1");
        var more = ErrorsOf("enhet;yrkesgrupp;månad;antal\nHemlig Person;hemligt;hemligt;hemligt");

        Assert.That(errors.Concat(more).SelectMany(error => error.Value), Has.None.Contains("emlig"));
    }

    private HeadcountFile Read(byte[] file) => HeadcountFile.Read(file, _employer.Chart());

    private IReadOnlyDictionary<string, string[]> ErrorsOf(string text) =>
        Assert.Throws<InvalidInputException>(() =>
        {
            var file = Read(Encoding.UTF8.GetBytes(text));
            file.Check(new HeadcountCheck(_employer.Chart(), Today, file.NumberOf));
        })!.Errors;
}
