using Microsoft.Playwright;

namespace IncidentReporting.Browser.Tests;

/// <summary>What someone looks at the pages with.</summary>
internal sealed record Look(int Width, int Height)
{
    public static readonly Look Desktop = new(1280, 800);
    public static readonly Look Phone = new(390, 844) { IsTouched = true };
    public static readonly Look SmallPhone = new(360, 640) { IsTouched = true };

    /// <summary>1280 pixels wide and enlarged four times.</summary>
    public static readonly Look Enlarged = new(320, 256);

    public bool IsTouched { get; init; }

    public bool IsDark { get; init; }

    public bool HasForcedColors { get; init; }

    public bool HasScript { get; init; } = true;

    public string Language { get; init; } = "sv-SE";

    public BrowserNewContextOptions Options(Uri site) => new()
    {
        BaseURL = site.AbsoluteUri,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        HasTouch = IsTouched,
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        ForcedColors = HasForcedColors ? ForcedColors.Active : ForcedColors.None,
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = HasScript,
        Locale = Language,
        TimezoneId = "Europe/Stockholm",
    };
}
