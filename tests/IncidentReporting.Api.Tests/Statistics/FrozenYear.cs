using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Cases;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Statistics;

/// <summary>A year that is frozen for good: 80 incidents at one unit of the municipality, which shares with the union; the private provider has none and does not.</summary>
internal static class FrozenYear
{
    private const int Batches = 2;
    private const int InABatch = 40;

    private static readonly string[] Kinds = ["threat_veiled", "threat_direct.violence", "other_violation.hate", "online_attack.doxxing"];

    public static int Year { get; } = DateTime.UtcNow.Year - 2;

    /// <returns>The node of the municipality.</returns>
    public static async Task<string> FillAsync(CaseWorld world, bool shares = true)
    {
        for (var batch = 0; batch < Batches; batch++)
        {
            var incidents = new JsonArray([.. Enumerable.Range(0, InABatch).Select(number => (JsonNode)Incident((batch * InABatch) + number))]);
            (await world.PostAsync("employee", "/incidents/batch", new JsonObject { ["incidents"] = incidents }.ToJsonString())).Is(HttpStatusCode.Created);
        }

        var node = string.Empty;
        await world.WithAsync(async services =>
        {
            var db = services.GetRequiredService<IIncidentReportingDb>();
            var employer = await db.Set<Employer>().SingleAsync(employer => employer.Name == "Testkommun");
            node = employer.Id.Value.ToString();
            employer.Share(shares);
            await db.SaveChangesAsync();
            services.GetRequiredService<IOrgCharts>().Changed(employer.Id);
            await services.GetRequiredService<IStatisticsUpkeep>().FreezeDueAsync(progress: null, CancellationToken.None);
        });
        return node;
    }

    private static JsonObject Incident(int number) => new()
    {
        ["kinds"] = new JsonArray(Kinds[number % Kinds.Length]),
        ["occurredAt"] = new DateTimeOffset(Year, (number % 12) + 1, (number % 27) + 1, 10, 0, 0, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture),
        ["safeNow"] = "yes",
        ["place"] = number % 2 == 0 ? "office_meeting_room" : "client_home",
    };
}
