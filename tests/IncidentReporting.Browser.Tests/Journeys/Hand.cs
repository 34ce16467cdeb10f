using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Journeys;

/// <summary>What a person does on a page with a mouse or a finger. Counts it.</summary>
internal sealed class Hand(IPage page)
{
    private readonly long _began = TimeProvider.System.GetTimestamp();

    public int Clicks { get; private set; }

    public TimeSpan Passed => TimeProvider.System.GetElapsedTime(_began);

    /// <summary>Presses the button or follows the link of that name, and waits for the page it leads to.</summary>
    public async Task PressAsync(string name)
    {
        var target = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Or(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));
        await ClickAsync(target.First);
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Ticks the box or the radio button whose label begins so.</summary>
    public Task ChooseAsync(string label) => ClickAsync(page.Locator("label.choice").Filter(new() { HasText = label }).First);

    public async Task TypeAsync(string field, string text)
    {
        Clicks++;
        await page.GetByLabel(field, new() { Exact = true }).First.FillAsync(text);
    }

    public async Task ClickAsync(ILocator target)
    {
        Clicks++;
        await target.ClickAsync();
    }
}
