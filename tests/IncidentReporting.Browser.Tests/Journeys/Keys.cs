using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Journeys;

/// <summary>What a person does on a page with a keyboard alone. What has the focus must be seen to have it.</summary>
internal sealed class Keys(IPage page)
{
    private const int Most = 80;

    /// <summary>Goes on with the tab key until the focus is on the button, link or field of that name.</summary>
    public async Task GoToAsync(string name)
    {
        var passed = new List<string>();
        for (var pressed = 0; pressed < Most; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await FocusedAsync();
            if (focused.StartsWith(name, StringComparison.Ordinal))
            {
                Assert.That(await IsSeenAsync(), $"the focus on “{name}” is not seen");
                return;
            }

            passed.Add(focused);
        }

        throw new AssertionException($"“{name}” is not reached by the tab key, but {string.Join(" | ", passed.Distinct(StringComparer.Ordinal))}");
    }

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Ticks what has the focus.</summary>
    public Task TickAsync() => page.Keyboard.PressAsync("Space");

    /// <summary>Presses the button or follows the link that has the focus, and waits for the page it leads to.</summary>
    public async Task PressAsync()
    {
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => address != before);
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    private Task<string> FocusedAsync() => page.EvaluateAsync<string>("""
        () => {
          const element = document.activeElement;
          const label = element.labels?.[0] ?? element;
          return (element.getAttribute("aria-label") ?? label.innerText ?? "").trim();
        }
        """);

    private Task<bool> IsSeenAsync() => page.EvaluateAsync<bool>("""
        () => [document.activeElement, document.activeElement.closest("label")].filter(Boolean).some((element) => {
          const style = getComputedStyle(element);
          return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
        })
        """);
}
