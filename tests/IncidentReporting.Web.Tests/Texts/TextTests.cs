using System.Text.RegularExpressions;

namespace IncidentReporting.Web.Tests.Texts;

/// <summary>Texts for people stand in resource files, in both languages, and nowhere else.</summary>
internal sealed partial class TextTests
{
    // Says the same in every language.
    private static readonly HashSet<string> SaidTheSame = ["OpenAPI", "CSV", "PDF", "ICS"];

    private static IEnumerable<string> Pages() => WebSource.Pages.Select(WebSource.Name);

    private static IEnumerable<string> Resources() => WebSource.Files("*.resx").Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)).Select(WebSource.Name);

    [TestCaseSource(nameof(Pages))]
    public void Page_InItself_HasNoTextForPeople(string name)
    {
        var words = RazorFile.Words(Read(name)).Where(found => !SaidTheSame.Contains(found.Text)).Select(found => $"{name}:{found.Line} {found.Text}");

        Assert.That(words, Is.Empty);
    }

    [TestCaseSource(nameof(Resources))]
    public void Texts_InBothLanguages_AreTheSameAndTakeTheSameValues(string name)
    {
        var swedish = WebSource.Texts(Path.Combine(WebSource.Folder, name));
        var english = WebSource.Texts(Path.Combine(WebSource.Folder, name.Replace(".resx", ".en.resx", StringComparison.Ordinal)));

        Assert.That(english.Keys, Is.EquivalentTo(swedish.Keys));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(swedish.Concat(english).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key), Is.Empty, "empty");
            Assert.That(swedish.Where(text => !Values(text.Value).SetEquals(Values(english[text.Key]))).Select(text => text.Key), Is.Empty, "with different values");
        }
    }

    [TestCaseSource(nameof(Resources))]
    public void Texts_OfAFolder_AreAllUsed(string name)
    {
        var literals = Literals();
        var used = literals.Where(literal => !literal.Contains('{', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var composed = literals.Where(literal => literal.Contains('{', StringComparison.Ordinal))
            .Select(literal => new Regex("^" + Hole().Replace(Regex.Escape(literal).Replace("}", @"\}", StringComparison.Ordinal), ".+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1))).ToList();

        var unused = WebSource.Texts(Path.Combine(WebSource.Folder, name)).Keys.Where(key => !used.Contains(key) && !composed.Exists(pattern => pattern.IsMatch(key)));

        Assert.That(unused, Is.Empty);
    }

    [Test]
    public void Texts_AskedForByName_AreThere()
    {
        var missing = new List<string>();
        foreach (var file in WebSource.Files("*.cshtml").Concat(WebSource.Files("*.cs")))
        {
            foreach (Match call in Asked().Matches(File.ReadAllText(file)))
            {
                var source = call.Groups["class"] is { Success: true } named ? named.Value : call.Groups["method"].Value == "Shared" ? "SharedTexts" : NearestTexts(file);
                if (source is null || WebSource.Files(source + ".resx").MaxBy(found => Shared(found, file)) is not { } resource)
                {
                    missing.Add($"{WebSource.Name(file)}: {call.Value} with no texts");
                }
                else if (!WebSource.Texts(resource).ContainsKey(call.Groups["key"].Value))
                {
                    missing.Add($"{WebSource.Name(file)}: {call.Value} is not in {source}");
                }
            }
        }

        Assert.That(missing, Is.Empty);
    }

    [TestCase("<p>Hårdkodat</p>", "Hårdkodat")]
    [TestCase("@if (a < b)\n{\n    <p>@T(\"x\") men <b>fast</b></p>\n}\nelse\n{\n    <p>annars</p>\n}\n", "men", "fast", "annars")]
    [TestCase("@foreach (var x in xs) { var y = \"kod\"; <li>@x.Name(\"kod\")[0] punkt</li> }", "punkt")]
    [TestCase("<input placeholder=\"Skriv\" name=\"Fritext\" class=\"stor ruta\">", "placeholder: Skriv")]
    [TestCase("<a aria-label=\"@T(\"x\") öppna\" href=\"/adress\">@(y ? \"kod\" : \"kod\")</a>", "aria-label: öppna")]
    [TestCase("@{\n    var s = $\"kod {x(\"kod\")} kod\";\n    // en anmärkning\n    <p>text</p>\n    @: rad <b>fet</b>\n}\n<!-- inget -->@* inget *@", "text", "rad", "fet")]
    [TestCase("@page \"/x\"\n@model M\n<p>@Model.Count st, @await M.Say(1) kl. 10</p>", "st,", "kl. 10")]
    [TestCase("<text-field name=\"a\" label=\"Namn\" /><p>@T(\"x\")</p>", "label: Namn")]
    [TestCase("@switch (x)\n{\n    case 1:\n        <p>ett</p>\n        break;\n    default:\n        <p>@T(\"a\")</p>\n        break;\n}", "ett")]
    [TestCase("@section Scripts {\n <p>del</p>\n}\n<p>112</p>&nbsp;·", "del")]
    [TestCase("@functions {\n string X() => \"kod\";\n}\n@using (y) { <b>ja</b> }", "ja")]
    [TestCase("@if (x)\n{\n    if (y)\n    {\n        <i>inre</i>\n    }\n    return;\n}\n<p>yttre</p>", "inre", "yttre")]
    public void Words_InMarkup_AreFoundAndCodeIsNot(string source, params string[] words) =>
        Assert.That(RazorFile.Words(source).Select(found => found.Text), Is.EqualTo(words));

    private static string Read(string name) => File.ReadAllText(Path.Combine(WebSource.Folder, name));

    private static HashSet<string> Values(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups["number"].Value)];

    // The texts that a folder's _ViewImports, or that of a folder above it, gives its pages the short name for; else the folder's own.
    private static string? NearestTexts(string file)
    {
        for (var folder = Path.GetDirectoryName(file)!; folder.Length >= WebSource.Folder.Length; folder = Path.GetDirectoryName(folder)!)
        {
            var imports = Path.Combine(folder, "_ViewImports.cshtml");
            if (File.Exists(imports) && ShortName().Matches(File.ReadAllText(imports)).Select(match => match.Groups["class"].Value).LastOrDefault(name => name != "SharedTexts") is { } named)
            {
                return named;
            }

            if (Directory.EnumerateFiles(folder, "*Texts.cs").ToList() is [var own])
            {
                return Path.GetFileNameWithoutExtension(own);
            }
        }

        return null;
    }

    // Two folders may call their texts the same; each page means those nearest to it.
    private static int Shared(string one, string other) => one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();

    private static HashSet<string> Literals() =>
    [
        .. WebSource.Files("*.cshtml").Concat(WebSource.Files("*.cs")).SelectMany(file => Literal().Matches(File.ReadAllText(file))).Select(match => match.Groups["text"].Value),
    ];

    [GeneratedRegex(@"\{(?<number>[0-9]+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\\\{.+?\\\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex("""(?<![\w.])((?<class>\w+Texts)\.)?(?<method>T|Shared)\("(?<key>[^"{]+)"\s*[,)]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"@using static [\w.]*\.(?<class>\w+Texts)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShortName();

    [GeneratedRegex("""
        "(?<text>[a-zA-Z0-9_.\-]*(\{[^{}"]+\}[a-zA-Z0-9_.\-]*)*)"
        """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}
