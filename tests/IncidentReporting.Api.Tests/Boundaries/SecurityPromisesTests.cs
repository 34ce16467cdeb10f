using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace IncidentReporting.Api.Tests.Boundaries;

/// <summary>docs/security.md names for each promise the tests that hold it; none of them is only a name.</summary>
internal sealed partial class SecurityPromisesTests
{
    [Test]
    public void Tests_NamedInTheThreatModel_AreThere()
    {
        var root = Root();
        var named = Named().Matches(File.ReadAllText(Path.Combine(root, "docs", "security.md"))).Select(found => found.Groups["what"].Value).Distinct(StringComparer.Ordinal).ToList();
        var sources = Directory.GetFiles(Path.Combine(root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();

        Assert.That(named, Has.Count.GreaterThan(15));
        Assert.That(named.Where(name => !sources.Exists(source => HoldsTests(source, name))), Is.Empty, "docs/security.md names tests that are not run");
    }

    [TestCase("[Test]\n    public void Door_IsShut() { }", true)]
    [TestCase("[TestCase(1)]\n    [TestCase(2)]\n    public void Door_IsShut(int number) { }", true)]
    [TestCase("public void Door_IsShut() { }", false)]
    [TestCase("[Test, Ignore(\"later\")]\n    public void Door_IsShut() { }", false)]
    [TestCase("[Test]\n    [Explicit]\n    public void Door_IsShut() { }", false)]
    [TestCase("[OneTimeSetUp]\n    public void Door_IsShut() { }\n}\n\ninternal sealed class OtherTests\n{\n    [Test]\n    public void Other_IsShut() { }", false)]
    public void Class_IsHeldByATestOfItsOwnThatIsRun(string method, bool holds) =>
        Assert.That(HoldsTests($"/// <summary>Not OtherTests.</summary>\ninternal sealed class DoorTests\n{{\n    {method}\n}}\n", "DoorTests"), Is.EqualTo(holds));

    [Test]
    public void Class_ThatIsIgnored_HoldsNothing() =>
        Assert.That(HoldsTests("[Ignore(\"later\")]\ninternal sealed class DoorTests\n{\n    [Test]\n    public void Door_IsShut() { }\n}\n", "DoorTests"), Is.False);

    [Test]
    public void Promises_EachNameATestThatHoldsThem()
    {
        var promises = File.ReadAllText(Path.Combine(Root(), "docs", "security.md")).Split("\n**P").Skip(1).Select(promise => promise.Split("\n\n")[0]);

        Assert.That(promises.Where(promise => !Named().IsMatch(promise)).Select(promise => promise[..3]), Is.Empty);
    }

    [Test]
    public void Promises_AreNumberedWithoutAGap()
    {
        var numbers = Promise().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "security.md"))).Select(found => int.Parse(found.Groups["what"].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, numbers.Count)));
    }

    // A class stands at the margin and ends with the first brace there.
    private static bool HoldsTests(string source, string name) =>
        Regex.Matches(source, $@"(?<marks>(^\[.*\]\r?\n)*)^[a-z ]*class {name}\b(?<body>(.|\n)*?)^\}}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Any(found => !Left().IsMatch(found.Groups["marks"].Value)
                && Marks().Matches(found.Groups["body"].Value).Any(marks => Test().IsMatch(marks.Value) && !Left().IsMatch(marks.Value)));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex("`(?<what>[A-Za-z]+Tests)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(^ +\[.*\]\r?\n)+", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\[Test(Case|CaseSource)?\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();

    [GeneratedRegex(@"\b(Ignore|Explicit)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Left();

    [GeneratedRegex(@"^\*\*P(?<what>[0-9]+)\.", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Promise();
}
