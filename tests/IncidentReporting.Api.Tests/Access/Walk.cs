using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Pulse;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>Turns a row of the table into calls.</summary>
internal sealed class Walk(AccessWorld world)
{
    private const string NoEvidence =
        """{"baseline": {"from": "2024-10", "to": "2026-09", "months": 24, "events": 22, "personMonths": 720, "rate": 0.03}, "expectedPerMonth": 0.9, "overdispersion": 1, "months": [], "gaps": [], "heldBack": false}""";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public async Task PrepareAsync()
    {
        var representative = world.The(Role.SafetyRepresentative, Place.Own);
        var stranger = await world.AddPersonAsync("Ettans främling", world.Own);
        using var policy = await representative.Client.GetAsync("/api/v1/follow-up-policy");
        _values["policy"] = await policy.Content.ReadAsStringAsync();
        _values["session"] = AccessWorld.AddressOf(stranger.Id);
        _values["password"] = TestHost.Password;
        _values["keptOut"] = stranger.Id.Value.ToString();
        _values["codeList"] = "incident_kinds";
        _values["unit"] = world.Own.Id.Value.ToString();
        _values["person"] = world.The(Role.Employee, Place.Own).Id.Value.ToString();
        _values["namedCoordinator"] = world.With(Part.NamedCoordinator).Id.Value.ToString();
        _values["mainCase"] = (await world.CaseAsync()).Number;
        _values["foreignView"] = (string)(await world.SentAsync(stranger, "/saved-views", """{"name": "a"}"""))["id"]!;
        _values["foreignToken"] = (string)(await world.SentAsync(stranger, "/access-tokens", """{"name": "a"}"""))["id"]!;
        _values["measureRequest"] = (string)(await world.SentAsync(representative, "/measure-requests", """{"text": "Vi begär larm.", "answerBy": "2099-01-01"}"""))["id"]!;
        _values["workStop"] = (string)(await world.SentAsync(representative, "/work-stops", """{"scope": "Hembesök", "grounds": "Fara"}"""))["id"]!;
        _values["campaign"] = (string)(await world.SentAsync(world.The(Role.Coordinator, Place.Own), "/campaigns", """{"name": "Ettans kampanj", "firstSeen": "2026-01-10"}"""))["id"]!;
        (_values["pulseRound"], _values["pulseToken"]) = await PulseAsync();
        _values["unitWatch"] = (await AddWatchAsync()).ToString();
        _values["retentionRun"] = (await AddRunAsync(stranger.Id)).ToString();
        var client = await world.SessionAsync(stranger);
        _values["foreignSession"] = (string)(await (await client.GetAsync("/api/v1/sessions")).JsonAsync())["items"]![0]!["id"]!;
    }

    // There is nothing in the walk that is old enough to be proposed.
    private async Task<Guid> AddRunAsync(UserId by)
    {
        await using var scope = world.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>();
        var run = RetentionRun.Propose(world.Own.EmployerId, world.Today, policyNumber: 0, by, world.Now);
        db.Set<RetentionRun>().Add(run);
        await db.SaveChangesAsync();
        return run.Id;
    }

    // Made by the upkeep alone, so that no call makes one.
    private async Task<Guid> AddWatchAsync()
    {
        await using var scope = world.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>();
        var watch = UnitWatch.Open(world.Own.EmployerId, world.Own.Id, wholeEmployer: false, WatchKind.Cusum, WarningLevel.Watch, new DateOnly(2026, 10, 1), NoEvidence, world.Now);
        db.Set<UnitWatch>().Add(watch);
        db.Set<WarningRun>().Add(WarningRun.Of(world.Own.EmployerId, new DateOnly(2025, 10, 1), world.Now));
        await db.SaveChangesAsync();
        return watch.Id.Value;
    }

    public async Task<HttpResponseMessage> CallAsync(Row row, Actor actor, WalkedCase walked, string? body = null, string version = "*", string? reference = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), "/api/v1" + PathOf(row, walked, reference ?? walked.Id.ToString()) + row.Query);
        if (row.Method is "PATCH" or "PUT")
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        if (row.HasFile && body is null)
        {
            request.Content = Rows.File();
        }
        else if ((body ?? row.Body) is { } text)
        {
            request.Content = new StringContent(Filled(text, actor), Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        // Who signs in within the walk must not stay signed in for the next call.
        return await (row.ForNobodyOnly ? world.Host.Client() : actor.Client).SendAsync(request);
    }

    /// <summary>Null is an answer that no access rule gives.</summary>
    public static Verdict? VerdictOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 or 409 or 412 or 422 => Verdict.Allowed,
        401 => Verdict.NotSignedIn,
        403 => Verdict.Forbidden,
        404 => Verdict.Hidden,
        _ => null,
    };

    // A round of today, and a link that opens it.
    private async Task<(string Round, string Token)> PulseAsync()
    {
        var today = world.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var id = Guid.Parse((string)(await world.SentAsync(
            world.The(Role.Coordinator, Place.Own), "/pulse-rounds",
            $$"""{"name": "Ettans omgång", "opensOn": "{{today}}", "closesOn": "{{today}}", "unitIds": ["{{world.Own.Id.Value}}"]}"""))["id"]!);
        await using var scope = world.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IIncidentReportingDb>();
        var round = await db.Set<PulseRound>().SingleAsync(row => row.Id == new PulseRoundId(id));
        var token = PulseLinks.New(round);
        db.Set<PulseTicket>().Add(PulseTicket.Create(PulseLinks.HashOf(token), round.Id, unit: null));
        await db.SaveChangesAsync();
        return (id.ToString(), token);
    }

    private string PathOf(Row row, WalkedCase walked, string reference) =>
        row.Pattern
            .Replace("{offerId:guid}", walked.Offer.ToString(), StringComparison.Ordinal)
            .Replace("{actionId:guid}", walked.Action.ToString(), StringComparison.Ordinal)
            .Replace("{followUpId:guid}", walked.FollowUp.ToString(), StringComparison.Ordinal)
            .Replace("{exclusionId:guid}", walked.Exclusion.ToString(), StringComparison.Ordinal)
            .Replace("{attachmentId:guid}", walked.Attachment.ToString(), StringComparison.Ordinal)
            .Replace("{takedownId:guid}", walked.Takedown.ToString(), StringComparison.Ordinal)
            .Replace("{token}", _values["pulseToken"], StringComparison.Ordinal)
            .Replace("{id:guid}", row.Id is null ? string.Empty : _values.GetValueOrDefault(row.Id, Guid.Empty.ToString()), StringComparison.Ordinal)
            .Replace("{id}", row.OfCase ? reference : _values.GetValueOrDefault(row.Id ?? string.Empty, string.Empty), StringComparison.Ordinal);

    private string Filled(string body, Actor actor)
    {
        _values["newUserName"] = $"{Guid.NewGuid():N}@example.org";
        _values["heldUnit"] = (actor.Place switch
        {
            Place.Elsewhere => world.Elsewhere,
            Place.Above => world.Department,
            Place.Sibling => world.Sibling,
            _ => world.Own,
        }).Id.Value.ToString();
        _values["someUnit"] = (actor.Place == Place.Elsewhere ? world.Elsewhere : world.Own).Id.Value.ToString();
        return _values.Aggregate(body, (text, value) => text.Replace($"#{value.Key}#", value.Value, StringComparison.Ordinal));
    }
}
