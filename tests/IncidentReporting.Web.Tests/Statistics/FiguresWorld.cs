using System.Globalization;
using IncidentReporting.Api.Tests.Cases;
using IncidentReporting.Api.Tests.Statistics;

namespace IncidentReporting.Web.Tests.Statistics;

/// <summary>The pages of a service with a <see cref="FrozenYear"/>, for all tests of figures.</summary>
[SetUpFixture]
internal sealed class FiguresWorld
{
    private static PageWorld? s_world;
    private static string? s_node;

    public static PageWorld World => s_world ?? throw new InvalidOperationException("Started by the run.");

    public static CaseWorld Cases => World.Cases;

    public static int Year => FrozenYear.Year;

    /// <summary>The municipality.</summary>
    public static string Node => s_node ?? throw new InvalidOperationException("Started by the run.");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        s_world = await PageWorld.StartAsync();
        s_node = await FrozenYear.FillAsync(Cases);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await World.DisposeAsync();

    /// <summary>An address about the year.</summary>
    public static string Of(string address) => string.Create(CultureInfo.InvariantCulture, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}period={Year}");
}
