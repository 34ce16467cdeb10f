using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Accessibility;

/// <summary>What axe finds on a page, by all its rules.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        ResultTypes = [ResultType.Violations],
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
    };

    // The same page in other colours can differ in nothing else.
    private static readonly AxeRunOptions ContrastAlone = new() { ResultTypes = [ResultType.Violations], RunOnly = RunOnlyOptions.Rules("color-contrast") };

    /// <summary>One line for each fault: the rule and where.</summary>
    public static Task<IReadOnlyList<string>> FaultsAsync(IPage page) => FaultsAsync(page, Options);

    public static Task<IReadOnlyList<string>> ContrastFaultsAsync(IPage page) => FaultsAsync(page, ContrastAlone);

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, AxeRunOptions options)
    {
        var result = await page.RunAxe(options);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {node.Target}"))];
    }
}
