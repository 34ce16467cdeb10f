using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests.Faults;

internal enum StepKind
{
    Submit,
    Upload,
    Transition,
}

/// <summary>One call of a case's way, the same however often it is sent.</summary>
internal sealed record Step(StepKind Kind, string Who, string Path, Func<HttpContent> Body);

/// <summary>One case on its way from the report to its end, or left as reported for the reminders.</summary>
internal sealed class CaseWalk
{
    private const int KiB = 1024;

    private readonly string _prefix;
    private readonly Step[] _steps;

    public CaseWalk(int number, string prefix, bool isLeft, bool isWithdrawn, DateTimeOffset now)
    {
        _prefix = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");
        IsLeft = isLeft;
        var reporter = string.Create(CultureInfo.InvariantCulture, $"employee{(number % Municipality.Reporters) + 1}");
        Reporter = reporter;

        // Long enough ago for every clock of a test.
        var report = Reports.One("threat_direct");
        report["occurredAt"] = now.AddDays(-1).ToString("O", CultureInfo.InvariantCulture);
        var evidence = Evidence(number);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(evidence));
        Step submit = new(StepKind.Submit, reporter, string.Empty, () => Calls.Json(report));
        Step upload = new(StepKind.Upload, reporter, "/attachments", () => Form(evidence));
        _steps = isLeft ? [submit] : isWithdrawn ? [submit, upload, Said(reporter, "/withdrawal", new() { ["reason"] = "Jag ångrar mig." })] :
        [
            submit,
            upload,
            Said("manager", "/acknowledgement", new() { ["message"] = "Jag ringer i dag." }),
            Said("manager", "/support-offers", new() { ["measure"] = "relieving_talk", ["note"] = "I morgon." }),
            Said("manager", "/police-events", new() { ["status"] = "reported", ["reportedBy"] = "employer", ["caseNumber"] = "5000-K1-26" }),
            Said("manager", "/assessment", new() { ["danger"] = "low", ["avDuty"] = "unclear" }),
            Said("manager", "/closure", new() { ["reason"] = "out_of_scope", ["summary"] = "Hör hemma i en annan nämnd." }),
            Said(reporter, "/closure-answer", new() { ["agrees"] = true }),
        ];
    }

    public bool IsLeft { get; }

    public string Reporter { get; }

    /// <summary>Of the file that is sent.</summary>
    public string Sha256 { get; }

    public Answered? Answered { get; private set; }

    /// <summary>How many of its steps have been answered.</summary>
    public int Done { get; private set; }

    public bool IsOver => Done == _steps.Length;

    public Step Next => _steps[Done];

    public HttpRequestMessage Request() => new(HttpMethod.Post, $"{Calls.Base}/incidents{(Answered is null ? string.Empty : "/" + Answered.Id)}{Next.Path}")
    {
        Content = Next.Body(),
        Headers = { { "Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"{_prefix}-{Done}") } },
    };

    public void Take(JsonObject answer)
    {
        Answered ??= new((string)answer["id"]!, (string)answer["number"]!);
        Done++;
    }

    private static Step Said(string who, string path, JsonObject body) => new(StepKind.Transition, who, path, () => Calls.Json(body));

    private static MultipartFormDataContent Form(byte[] evidence)
    {
        var file = new ByteArrayContent(evidence);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { new StringContent("screenshot"), "type" }, { file, "file", "bild.png" } };
    }

    // 50 KiB to 5 MiB; most of them pictures of a telephone.
    private static byte[] Evidence(int number)
    {
        var random = new Random(number);
        var evidence = new byte[number % 10 == 1 ? 5 * KiB * KiB : random.Next(50 * KiB, 600 * KiB)];
        random.NextBytes(evidence);
        return evidence;
    }
}
