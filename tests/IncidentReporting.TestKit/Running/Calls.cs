using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentReporting.TestKit.Running;

/// <summary>Calls of the interface that must succeed, and what they answer.</summary>
public static class Calls
{
    public const string Base = "/api/v1";

    public static async Task<JsonObject> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(Base + path, UriKind.Relative));
        return await answer.ExpectAsync(HttpStatusCode.OK);
    }

    /// <summary>All pages of a list.</summary>
    public static async Task<List<JsonObject>> ListAsync(this HttpClient client, string path)
    {
        var items = new List<JsonObject>();
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        string? next = null;
        do
        {
            var page = await ReadAsync(client, string.Create(CultureInfo.InvariantCulture, $"{path}{separator}limit=200{(next is null ? string.Empty : "&after=" + next)}"));
            items.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            next = (string?)page["next"];
        }
        while (next is not null);
        return items;
    }

    public static async Task<JsonObject> SendAsync(this HttpClient client, string path, JsonNode body, HttpStatusCode status = HttpStatusCode.Created)
    {
        using var content = Json(body);
        using var answer = await client.PostAsync(new Uri(Base + path, UriKind.Relative), content);
        return await answer.ExpectAsync(status);
    }

    public static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    public static async Task<JsonObject> ExpectAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == status
            ? (body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject())
            : throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {answer.StatusCode}: {body}");
    }

    /// <summary>Asks again and again until it holds; an assertion on what was asked last says why when it never does.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> holds, TimeSpan longest)
    {
        var end = DateTimeOffset.UtcNow + longest;
        while (true)
        {
            var answer = await ask();
            if (holds(answer) || DateTimeOffset.UtcNow > end)
            {
                return answer;
            }

            await Task.Delay(50);
        }
    }
}
