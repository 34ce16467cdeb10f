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

        var missing = named.Where(name => !sources.Exists(source => source.Split([' ', '\n', '\r', '(']).Contains(name, StringComparer.Ordinal) && source.Contains("[Test", StringComparison.Ordinal))).ToList();

        Assert.That(named, Has.Count.GreaterThan(15));
        Assert.That(missing, Is.Empty, "docs/security.md names tests that do not exist");
    }

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

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex("`(?<what>[A-Za-z]+Tests)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\*\*P(?<what>[0-9]+)\.", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Promise();
}
