namespace IncidentReporting.Web.Hosting;

/// <summary>What the pages know of the installation.</summary>
/// <param name="IsDevelopment">Shows the page of all components.</param>
/// <param name="IsDemonstration">The sign-in page offers the made-up people.</param>
public sealed record WebSettings(bool IsDevelopment, bool IsDemonstration)
{
    /// <summary>Where "leave the page" leads: something anyone may be reading.</summary>
    public Uri LeaveTo { get; init; } = new("https://www.smhi.se/");
}
