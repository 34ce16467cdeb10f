using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests.Pictures;

/// <summary>Takes the pictures of docs/screenshots: each page on a phone and a desktop, light and dark.</summary>
internal static class Camera
{
    public static async Task TakeAllAsync(string folder)
    {
        await using var site = await Site.StartAsync();
        foreach (var (device, look) in ((string, Look)[])[("phone", Look.Phone), ("desktop", Look.Desktop)])
        {
            foreach (var isDark in (bool[])[false, true])
            {
                foreach (var shot in Shots.All)
                {
                    await TakeAsync(site, shot, look with { IsDark = isDark }, Path.Combine(folder, $"{shot.Name}-{device}-{(isDark ? "dark" : "light")}.png"));
                }
            }
        }
    }

    private static async Task TakeAsync(Site site, Shot shot, Look look, string file)
    {
        await using var visit = await Visit.StartAsync(site, shot.Person, look);
        await visit.OpenAsync(await shot.Path(visit));
        await visit.Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, Scale = ScreenshotScale.Css, Animations = ScreenshotAnimations.Disabled });
        Console.WriteLine(file);
    }
}
