using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace IncidentReporting.TestKit.Running;

/// <summary>Reports sent by many clients at once. What got no answer is sent again with the same key, as a phone does that lost its connection.</summary>
public sealed class Reports
{
    private const int Clients = 16;

    private readonly ConcurrentQueue<Waiting> _waiting;
    private readonly ConcurrentDictionary<string, Answered> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<HttpStatusCode> _refused = new();
    private readonly ConcurrentBag<(int Count, TaskCompletionSource Reached)> _marks = [];

    public Reports(int count) =>
        _waiting = new ConcurrentQueue<Waiting>(Enumerable.Range(1, count).Select(number => new Waiting(
            string.Create(CultureInfo.InvariantCulture, $"report-{number}"),
            string.Create(CultureInfo.InvariantCulture, $"employee{(number % Municipality.Reporters) + 1}"),
            One("threat_direct"))));

    public IReadOnlyCollection<Answered> Answered => [.. _answered.Values];

    /// <summary>Every answer that was not 201.</summary>
    public IReadOnlyCollection<HttpStatusCode> Refused => _refused;

    public static JsonObject One(params string[] kinds) => new()
    {
        ["kinds"] = new JsonArray([.. kinds.Select(kind => (JsonNode)kind)]),
        ["occurredAt"] = DateTimeOffset.UtcNow.AddHours(-1).ToString("O", CultureInfo.InvariantCulture),
        ["safeNow"] = "yes",
        ["description"] = "Hotfull besökare i receptionen.",
    };

    /// <summary>Completes when so many have been answered in all.</summary>
    public Task ReachedAsync(int count)
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _marks.Add((count, mark));
        Tell();
        return mark.Task;
    }

    /// <summary>Sends until nothing is left or the services are gone.</summary>
    public Task SendAsync(Municipality people, params Service[] services) => Task.WhenAll(
        Enumerable.Range(0, Clients).Select(number => Task.Run(() => WorkAsync(people, services[number % services.Length]))));

    private async Task WorkAsync(Municipality people, Service service)
    {
        var clients = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        while (_waiting.TryDequeue(out var next))
        {
            // The same person sends the same words again: a key is hers, and stands for what she said.
            if (!clients.TryGetValue(next.Reporter, out var client))
            {
                clients[next.Reporter] = client = people.Client(service, next.Reporter);
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, Calls.Base + "/incidents") { Content = Calls.Json(next.Report) };
            request.Headers.Add("Idempotency-Key", next.Key);
            try
            {
                using var answer = await client.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.Created)
                {
                    _refused.Enqueue(answer.StatusCode);
                    continue;
                }

                var incident = await answer.ExpectAsync(HttpStatusCode.Created);
                _answered[next.Key] = new Answered((string)incident["id"]!, (string)incident["number"]!);
                Tell();
            }
            catch (HttpRequestException)
            {
                _waiting.Enqueue(next);
                return;
            }
        }
    }

    private sealed record Waiting(string Key, string Reporter, JsonObject Report);

    private void Tell()
    {
        foreach (var (count, reached) in _marks)
        {
            if (_answered.Count >= count)
            {
                reached.TrySetResult();
            }
        }
    }
}

/// <summary>A report as it was answered.</summary>
public sealed record Answered(string Id, string Number);
