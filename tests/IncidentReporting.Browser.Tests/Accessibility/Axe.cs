using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Accessibility;

/// <summary>What axe finds on a page. Its script goes into the page once; the package's own way opens a window more for each look, which takes longer than looking.</summary>
internal static class Axe
{
    private static readonly string Script = ReadScript();

    /// <summary>By all its rules; one line for each fault: the rule and where.</summary>
    public static Task<IReadOnlyList<string>> FaultsAsync(IPage page) => RunAsync(page, """{ "rules": { "target-size": { "enabled": true } } }""");

    /// <summary>The same page in other colours can differ in nothing else.</summary>
    public static Task<IReadOnlyList<string>> ContrastFaultsAsync(IPage page) => RunAsync(page, """{ "runOnly": { "type": "rule", "values": ["color-contrast"] } }""");

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string options)
    {
        if (!await page.EvaluateAsync<bool>("() => Boolean(window.axe)"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async (options) => {
              const result = await window.axe.run(document, { resultTypes: ["violations"], ...JSON.parse(options) });
              return result.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id} (${violation.impact}): ${node.target}`));
            }
            """,
            options);
    }

    private static string ReadScript()
    {
        using var resource = typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")
            ?? throw new InvalidOperationException("The package holds its script elsewhere.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
