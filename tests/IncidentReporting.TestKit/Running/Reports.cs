using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace IncidentReporting.TestKit.Running;

/// <summary>Reports sent by many clients at once. What got no answer is sent again with the same key, as a phone does that lost its connection.</summary>
public sealed class Reports
{
    private const int Clients = 16;

    private readonly ConcurrentQueue<string> _waiting;
    private readonly ConcurrentDictionary<string, Answered> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<HttpStatusCode> _refused = new();
    private readonly ConcurrentBag<(int Count, TaskCompletionSource Reached)> _marks = [];

    public Reports(int count) =>
        _waiting = new ConcurrentQueue<string>(Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"report-{number}")));

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
        Enumerable.Range(0, Clients).Select(number => Task.Run(() => WorkAsync(
            people.Client(services[number % services.Length], string.Create(CultureInfo.InvariantCulture, $"employee{(number % Municipality.Reporters) + 1}"))))));

    private async Task WorkAsync(HttpClient client)
    {
        while (_waiting.TryDequeue(out var key))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Calls.Base + "/incidents") { Content = Calls.Json(One("threat_direct")) };
            request.Headers.Add("Idempotency-Key", key);
            try
            {
                using var answer = await client.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.Created)
                {
                    _refused.Enqueue(answer.StatusCode);
                    continue;
                }

                var incident = await answer.ExpectAsync(HttpStatusCode.Created);
                _answered[key] = new Answered((string)incident["id"]!, (string)incident["number"]!);
                Tell();
            }
            catch (HttpRequestException)
            {
                _waiting.Enqueue(key);
                return;
            }
        }
    }

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
