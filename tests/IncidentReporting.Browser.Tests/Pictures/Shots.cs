using System.Text.Json.Nodes;

namespace IncidentReporting.Browser.Tests.Pictures;

/// <param name="Name">Of the file, before what it was looked at with.</param>
/// <param name="Person">Who looks; null for nobody.</param>
/// <param name="Path">Where; made from what the person may read.</param>
internal sealed record Shot(string Name, string? Person, Func<Visit, Task<string>> Path)
{
    public Shot(string name, string? person, string path)
        : this(name, person, _ => Task.FromResult(path))
    {
    }
}

/// <summary>The pages that docs/screenshots shows.</summary>
internal static class Shots
{
    public static IReadOnlyList<Shot> All { get; } =
    [
        new("start", "employee", "/"),
        new("start-manager", "manager", "/"),
        new("report", "colleague", DraftAsync),
        new("receipt", "colleague", ReceiptAsync),
        new("case-exposed", "employee", visit => CaseAsync(visit, "in_progress")),
        new("case-manager", "manager", visit => CaseAsync(visit, "in_progress")),
        new("cases", "manager", "/incidents"),
        new("tasks", "manager", "/tasks"),
        new("representative", "rep", "/representative"),
        new("support", "employee", "/support"),
        new("administration", "admin", "/administration"),
        new("figures", "analyst", "/statistics"),
        new("figures-explore", "analyst", "/statistics/explore?by=kind&by=policeStatus"),
        new("figures-indicators", "analyst", "/statistics/indicators"),
        new("figures-board-report", "analyst", "/statistics/reports/yearly"),
        new("early-warning", "manager", "/statistics/signals"),
    ];

    private static async Task<string> CaseAsync(Visit visit, string state)
    {
        var cases = (await visit.ReadAsync($"/incidents?state={state}&limit=1"))["items"]!.AsArray();
        if (cases.Count == 0)
        {
            cases = (await visit.ReadAsync("/incidents?limit=1"))["items"]!.AsArray();
        }

        return $"/incidents/{cases[0]!["number"]}";
    }

    private static async Task<string> DraftAsync(Visit visit)
    {
        var draft = await visit.ReportAsync(report =>
        {
            report["draft"] = true;
            report["kinds"] = new JsonArray("threat_direct");
            report["description"] = "Han ringde strax efter lunch och sa att han vet var jag bor.";
        });
        return $"/report/{draft["id"]}";
    }

    private static async Task<string> ReceiptAsync(Visit visit) => $"/report/{(await visit.ReportAsync())["id"]}/receipt";
}
