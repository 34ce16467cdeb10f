using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>Many cases walked at once by clients that send a step again, with its key, when they lost its answer or were told to come back.</summary>
internal sealed class CaseWork
{
    private const int Clients = 8;
    private const int TooMany = 20;

    private readonly List<CaseWalk> _walks;
    private readonly ConcurrentQueue<CaseWalk> _waiting;
    private readonly ConcurrentQueue<Refusal> _refused = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly int[] _underWay = new int[Enum.GetValues<StepKind>().Length];
    private int _answered;

    /// <param name="leaveEvery">Each so manieth is only reported, for the reminders; none where 0.</param>
    /// <param name="areWithdrawn">Their ways are short.</param>
    /// <param name="now">The service's clock; the real time where none is named.</param>
    public CaseWork(int cases, int leaveEvery = 0, string prefix = "walk", bool areWithdrawn = false, DateTimeOffset? now = null)
    {
        _walks = [.. Enumerable.Range(1, cases).Select(number => new CaseWalk(number, prefix, leaveEvery > 0 && number % leaveEvery == 0, areWithdrawn, now ?? DateTimeOffset.UtcNow))];
        _waiting = new ConcurrentQueue<CaseWalk>(_walks);
    }

    /// <summary>What each client waits between two steps.</summary>
    public TimeSpan Pause { get; init; }

    public IReadOnlyList<CaseWalk> Walks => _walks;

    public int AnsweredSteps => Volatile.Read(ref _answered);

    public bool IsOver => _walks.TrueForAll(walk => walk.IsOver);

    /// <summary>Answers with 503.</summary>
    public IReadOnlyCollection<Refusal> Refused => _refused;

    /// <summary>Answers that were neither what was asked for nor 503.</summary>
    public IReadOnlyCollection<string> Unexpected => _unexpected;

    public IReadOnlyCollection<Answered> Answered => [.. _walks.Where(walk => walk.Answered is not null).Select(walk => walk.Answered!)];

    /// <summary>The kinds of steps that have been sent and not yet answered.</summary>
    public StepKind[] UnderWay => [.. Enum.GetValues<StepKind>().Where(kind => Volatile.Read(ref _underWay[(int)kind]) > 0)];

    /// <summary>Works until nothing is left or the service is gone.</summary>
    public Task RunAsync(Municipality people, Service service) => Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => WorkAsync(people, service))));

    /// <summary>Waits until that many more steps have been answered, or nothing is left.</summary>
    public async Task AnsweredAsync(int more)
    {
        var until = AnsweredSteps + more;
        while (AnsweredSteps < until && !HasEnded)
        {
            await Task.Delay(1);
        }
    }

    /// <summary>Waits until a step of that kind is under way, or nothing is left.</summary>
    public async Task UnderWayAsync(StepKind kind)
    {
        while (Volatile.Read(ref _underWay[(int)kind]) == 0 && !HasEnded)
        {
            await Task.Yield();
        }
    }

    private bool HasEnded => IsOver || _unexpected.Count >= TooMany;

    private async Task WorkAsync(Municipality people, Service service)
    {
        var clients = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        while (!HasEnded)
        {
            if (!_waiting.TryDequeue(out var walk))
            {
                await Task.Delay(5);
                continue;
            }

            try
            {
                await WalkAsync(people, service, clients, walk);
            }
            catch (HttpRequestException)
            {
                return;
            }
            finally
            {
                if (!walk.IsOver)
                {
                    _waiting.Enqueue(walk);
                }
            }
        }
    }

    // Some steps on, then another: so that steps of all kinds are under way at any time.
    private async Task WalkAsync(Municipality people, Service service, Dictionary<string, HttpClient> clients, CaseWalk walk)
    {
        bool isAnswered;
        do
        {
            if (!clients.TryGetValue(walk.Next.Who, out var client))
            {
                clients[walk.Next.Who] = client = people.Client(service, walk.Next.Who);
            }

            isAnswered = await StepAsync(client, walk);
            await Task.Delay(Pause);
        }
        while (isAnswered && !walk.IsOver && Random.Shared.Next(4) > 0);
    }

    private async Task<bool> StepAsync(HttpClient client, CaseWalk walk)
    {
        var kind = walk.Next.Kind;
        using var request = walk.Request();
        Interlocked.Increment(ref _underWay[(int)kind]);
        HttpResponseMessage answer;
        try
        {
            answer = await client.SendAsync(request);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay[(int)kind]);
        }

        using var _ = answer;
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
        {
            walk.Take(JsonNode.Parse(body)!.AsObject());
            Interlocked.Increment(ref _answered);
            return true;
        }

        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            _refused.Enqueue(new Refusal(kind, answer.Headers.RetryAfter?.Delta, (string?)JsonNode.Parse(body)!["type"] ?? string.Empty, (string?)JsonNode.Parse(body)!["detail"] ?? string.Empty));
        }
        else
        {
            _unexpected.Enqueue($"{walk.Next.Path} answered {answer.StatusCode}: {body}");
        }

        await Task.Delay(100);
        return false;
    }
}

/// <summary>An answer with 503.</summary>
internal sealed record Refusal(StepKind Kind, TimeSpan? RetryAfter, string Type, string Detail);
