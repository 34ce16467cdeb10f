using System.Net.Http.Headers;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>How a call is answered, as far as access goes.</summary>
internal enum Verdict
{
    /// <summary>Done, or refused for another reason than who asks.</summary>
    Allowed,

    /// <summary>401.</summary>
    NotSignedIn,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404: as if it did not exist.</summary>
    Hidden,
}

/// <summary>What is expected of one route.</summary>
/// <param name="Route">Method and pattern below /api/v1.</param>
/// <param name="Body">What a caller who may do this sends; <c>#name#</c> is a value of the walk.</param>
internal sealed record Row(string Route, Func<Actor, Verdict> Expected, string? Body = null)
{
    public string Method => Route.Split(' ')[0];

    public string Pattern => Route.Split(' ')[1];

    public bool OfCase => Pattern.StartsWith("/incidents/{id}", StringComparison.Ordinal);

    /// <summary>Value of <c>{id}</c> where it is no case, by name.</summary>
    public string? Id { get; init; }

    public string Query { get; init; } = string.Empty;

    /// <summary>A call that goes through changes what the next one meets, so that the next one gets a case of its own.</summary>
    public bool SpendsCase { get; init; }

    /// <summary>Nobody gets further than a refusal of what was sent, and that is meant.</summary>
    public bool NeverDone { get; init; }

    public bool ForNobodyOnly { get; init; }

    public bool HasFile { get; init; }

    /// <summary>Nobody is asked who she is: whatever is sent along says nothing.</summary>
    public bool IsNameless { get; init; }

    /// <summary>What the row says of the actor. A token to read writes nothing, whatever its owner may do.</summary>
    public Verdict For(Actor actor) => actor.ReadOnly && Method != "GET" && !IsNameless ? Verdict.Forbidden : Expected(actor);
}

/// <summary>The one table of expected access: of every route, who may use it. Written from the description of the interface, not from the code.</summary>
internal static class Rows
{
    private const string Reason = """{"reason": "Skäl"}""";

    public static readonly IReadOnlyList<Row> All =
    [
        // The account.
        new("POST /session", Anyone, """{"userName": "#session#", "password": "#password#"}""") { ForNobodyOnly = true },
        new("GET /session/csrf", actor => actor.IsNobody ? Verdict.NotSignedIn : actor.Name.EndsWith("session", StringComparison.Ordinal) ? Verdict.Allowed : Verdict.Hidden),
        new("GET /me", SignedIn),
        new("PATCH /me", SignedIn, """{"locale": "sv"}"""),
        new("POST /feedback", Anyone, """{"text": "Svårt att läsa på mobilen."}"""),
        new("PUT /me/password", SignedIn, """{"current": "fel-lösenord-här", "next": "ett-nytt-lösenord-2026"}""") { NeverDone = true },
        new("GET /sessions", SignedIn),
        new("DELETE /sessions/{id:guid}", NotMine) { Id = "foreignSession", NeverDone = true },
        new("GET /access-tokens", SignedIn),
        new("POST /access-tokens", SignedIn, """{"name": "program"}"""),
        new("DELETE /access-tokens/{id:guid}", NotMine) { Id = "foreignToken", NeverDone = true },

        // The data of the product.
        new("GET /code-lists", SignedIn),
        new("GET /code-lists/{id}", SignedIn) { Id = "codeList" },
        new("GET /legal-cards", SignedIn),
        new("GET /rule-packs", SignedIn),
        new("GET /offence-hints", SignedIn) { Query = "?kind=threat_direct.death" },

        // Cases.
        new("POST /incidents", SignedIn, AccessWorld.Report),
        new("POST /incidents/batch", SignedIn, $$"""{"incidents": [{{AccessWorld.Report}}]}"""),
        new("GET /incidents", SignedIn),
        new("GET /me/incidents", SignedIn),
        new("GET /saved-views", SignedIn),
        new("POST /saved-views", SignedIn, """{"name": "Mina", "filter": {"responsible": "me"}}"""),
        new("DELETE /saved-views/{id:guid}", NotMine) { Id = "foreignView", NeverDone = true },
        new("GET /incidents/{id}", OfCase(Reads)),
        new("PATCH /incidents/{id}", OfCase(actor => IsExposed(actor) || IsReporter(actor)), """{"place": "client_home"}"""),
        new("DELETE /incidents/{id}", OfCase(IsReporter)),
        new("POST /incidents/{id}/submission", OfCase(IsReporter)),
        new("POST /incidents/{id}/takeover", OfCase(IsExposed)) { SpendsCase = true },
        new("POST /incidents/{id}/acknowledgement", OfCase(Handles), """{"message": "Jag ringer dig."}"""),
        new("POST /incidents/{id}/assessment", OfCase(Handles), """{"danger": "raised", "avDuty": "yes"}"""),
        new("POST /incidents/{id}/support-offers", OfCase(Handles), """{"measure": "relieving_talk"}"""),
        new("PATCH /incidents/{id}/support-offers/{offerId:guid}", OfCase(actor => Handles(actor) || IsExposed(actor)), """{"answer": "accepted"}"""),
        new("POST /incidents/{id}/support-ratings", OfCase(IsExposed), """{"adequacy": "mostly"}"""),
        new("POST /incidents/{id}/police-events", OfCase(actor => Handles(actor) || Coordinates(actor) || IsExposed(actor)), """{"status": "reported", "reportedBy": "employer"}"""),
        new("POST /incidents/{id}/notifications", OfCase(actor => Handles(actor) || Coordinates(actor)), """{"addressee": "av_33a", "status": "sent"}"""),
        new("POST /incidents/{id}/actions", OfCase(actor => Handles(actor) || Coordinates(actor) || Represents(actor)), """{"type": "pair_home_visit"}"""),
        new("PATCH /incidents/{id}/actions/{actionId:guid}", OfCase(actor => Handles(actor) || Coordinates(actor) || Represents(actor)), """{"state": "done"}"""),
        new("POST /incidents/{id}/actions/{actionId:guid}/co-signature", OfCase(Represents)),
        new("GET /unsigned-actions", Holding(Representing)),
        new("POST /incidents/{id}/follow-ups/{followUpId:guid}/outcome", OfCase(Handles), """{"summary": "Vi har talats vid.", "newRisks": false}"""),
        new("PUT /incidents/{id}/influence", OfCase(IsExposed), """{"purpose": "influence"}"""),
        new("DELETE /incidents/{id}/influence", OfCase(IsExposed)),
        new("POST /incidents/{id}/notes", OfCase(Reads), """{"text": "En anteckning", "audience": "case"}"""),
        new("GET /incidents/{id}/candidates", OfCase(actor => Handles(actor) || Coordinates(actor) || Represents(actor))) { Query = "?for=action" },
        new("PUT /incidents/{id}/handler", OfCase(actor => Handles(actor) || Coordinates(actor)), """{"userId": "#namedCoordinator#"}"""),
        new("POST /incidents/{id}/return", OfCase(actor => ManagesNearest(actor) || Coordinates(actor)), Reason) { SpendsCase = true },
        new("POST /incidents/{id}/closure", OfCase(Handles), """{"reason": "completed", "summary": "Klart."}"""),

        // The next manager answers only once someone has objected.
        new("POST /incidents/{id}/closure-answer", OfCase(actor => IsExposed(actor) || Represents(actor)), """{"agrees": true}"""),
        new("POST /incidents/{id}/reopening", OfCase(actor => IsExposed(actor) || Handles(actor) || Represents(actor)), Reason),

        // Whoever reported takes the report back, until the exposed person has taken it over.
        new("POST /incidents/{id}/withdrawal", OfCase(IsReporter), Reason) { SpendsCase = true },
        new("POST /incidents/{id}/duplicate", OfCase(Handles), """{"of": "#mainCase#"}""") { SpendsCase = true },
        new("POST /incidents/{id}/identity-disclosures", OfCase(Represents), Reason),
        new("POST /incidents/{id}/protected-identity/reveal", OfCase(actor => Handles(actor) || Represents(actor)), Reason),

        // Whom to keep out is said by the exposed person, the manager above and HR; only the exposed person lets in again whom she kept out.
        new("POST /incidents/{id}/exclusions", OfCase(KeepsOut), """{"userId": "#keptOut#", "reason": "Närstående"}"""),
        new("GET /incidents/{id}/exclusions/candidates", OfCase(KeepsOut)),
        new("DELETE /incidents/{id}/exclusions/{exclusionId:guid}", OfCase(KeepsOut)),
        new("GET /incidents/{id}/timeline", OfCase(Reads)),
        new("GET /incidents/{id}/readers", OfCase(Reads)),
        new("GET /incidents/{id}/reads", actor => Audits(actor) ? Verdict.Allowed : OfCase(reader => Reads(reader) && !IsReporter(reader))(actor)),

        new("POST /incidents/{id}/onward-disclosures", OfCase(Represents), """{"toWhom": "union_board_member", "noticeGiven": true}"""),
        new("GET /incidents/{id}/onward-disclosures", OfCase(actor => Represents(actor) || IsExposed(actor))),
        new("GET /onward-disclosures", Holding(Representing)),
        new("GET /incidents/{id}/sheet", OfCase(actor => Handles(actor) || Coordinates(actor) || IsExposed(actor))) { Query = "?for=police" },
        new("GET /sheets.css", Anyone),

        // Evidence is part of what is told: a coordinator sees it when named, a colleague sees her own.
        new("POST /incidents/{id}/attachments", OfCase(Reads)) { HasFile = true },
        new("GET /incidents/{id}/attachments/{attachmentId:guid}", SeesEvidence),
        new("GET /incidents/{id}/attachments/{attachmentId:guid}/evidence", SeesEvidence),
        new("GET /incidents/{id}/attachments/{attachmentId:guid}/preview", SeesEvidence),
        new("GET /incidents/{id}/attachments/{attachmentId:guid}/receipt", SeesEvidence),
        new("GET /evidence-key", Anyone),
        new("POST /incidents/{id}/takedowns", OfCase(actor => Handles(actor) || Represents(actor) || IsExposed(actor)), """{"platform": "Forumet"}"""),
        new("PATCH /incidents/{id}/takedowns/{takedownId:guid}", OfCase(actor => Handles(actor) || Represents(actor) || IsExposed(actor)), """{"answer": "removed"}"""),

        // Duties, and what safety representatives ask for.
        new("GET /tasks", SignedIn),
        new("GET /calendar", SignedIn),
        new("GET /calendar/link", SignedIn),
        new("PUT /calendar/link", SignedIn),
        new("DELETE /calendar/link", SignedIn),
        new("GET /follow-up-policy/", SignedIn),
        new("PUT /follow-up-policy/", Holding(Role.Administrator), "#policy#"),
        new("GET /measure-requests/", Holding(Watching)),
        new("GET /measure-requests/{id:guid}", HoldingInReach(Watching)) { Id = "measureRequest" },
        new("POST /measure-requests/", Holding(Representing), """{"text": "Vi begär larm.", "answerBy": "2099-01-01"}"""),
        new("POST /measure-requests/{id:guid}/answer", HoldingInReach(Managing), """{"answer": "Vi ordnar det."}""") { Id = "measureRequest" },
        new("POST /measure-requests/{id:guid}/closure", HoldingInReach(Representing), """{"satisfied": true}""") { Id = "measureRequest" },
        new("POST /measure-requests/{id:guid}/forwarding", HoldingInReach(Representing), "{}") { Id = "measureRequest" },
        new("GET /work-stops/", Holding(Watching)),
        new("GET /work-stops/{id:guid}", HoldingInReach(Watching)) { Id = "workStop" },
        new("POST /work-stops/", Holding(Representing), """{"scope": "Hembesök", "grounds": "Fara"}"""),
        new("PATCH /work-stops/{id:guid}", HoldingInReach(Representing), """{"outcome": "Klart"}""") { Id = "workStop" },

        // The organisation.
        new("GET /units", SignedIn),
        new("GET /units/{id:guid}", actor => actor.IsNobody ? Verdict.NotSignedIn : actor.Place == Place.Elsewhere ? Verdict.Hidden : Verdict.Allowed) { Id = "unit" },
        new("GET /units/{id:guid}/readers", actor => actor.IsNobody ? Verdict.NotSignedIn : actor.Place == Place.Elsewhere ? Verdict.Hidden : Verdict.Allowed) { Id = "unit" },
        new("GET /units/{id:guid}/contacts", actor => actor.IsNobody ? Verdict.NotSignedIn : actor.Place == Place.Elsewhere ? Verdict.Hidden : Verdict.Allowed) { Id = "unit" },

        // Units are no secret: a manager of another one is told that it is not hers to do.
        new("POST /units/{id:guid}/routine-review", actor => HoldingWithEmployer([.. Managing, Role.Administrator])(actor) is var verdict && verdict is Verdict.Allowed
            && !actor.Reaches && !actor.Holds(Role.Administrator) ? Verdict.Forbidden : verdict, """{"reviewedOn": "2026-01-10"}""") { Id = "unit" },
        new("POST /units", Holding(Role.Administrator), """{"name": "Ny enhet"}"""),
        new("PATCH /units/{id:guid}", HoldingWithEmployer(Role.Administrator), """{"lastDrillOn": "2026-01-10"}""") { Id = "unit" },
        new("GET /users", SignedIn),
        new("GET /users/{id:guid}", HoldingWithEmployer(Role.Administrator)) { Id = "person" },
        new("POST /users", Holding(Role.Administrator), """{"userName": "#newUserName#", "name": "Ny Person", "password": "ett-långt-lösenord", "unitId": "#someUnit#"}"""),
        new("PATCH /users/{id:guid}", HoldingWithEmployer(Role.Administrator), """{"language": "sv"}""") { Id = "person" },
        new("PUT /users/{id:guid}/roles", HoldingWithEmployer(Role.Administrator), """{"roles": [{"role": "employee", "unitId": "#someUnit#"}]}""") { Id = "person" },
        new("GET /users/{id:guid}/absences", actor => actor is { Role: Role.Employee, Place: Place.Own, Part: Part.None } ? Verdict.Allowed : HoldingWithEmployer(Role.Administrator)(actor)) { Id = "person" },
        new("PUT /users/{id:guid}/absences", actor => actor is { Role: Role.Employee, Place: Place.Own, Part: Part.None } ? Verdict.Allowed : HoldingWithEmployer(Role.Administrator)(actor), """{"absences": []}""") { Id = "person" },
        new("GET /support-directory", SignedIn),
        new("PUT /support-directory", Holding(Role.Administrator, Role.Coordinator), """{"items": []}"""),
        new("GET /statistics/grid", SignedIn),
        new("GET /statistics/table", SignedIn),
        new("GET /statistics/alternatives", SignedIn),
        new("GET /statistics/packet", Holding(Role.UnionReader, Role.Analyst, Role.Coordinator, Role.HeadSafetyRepresentative)),
        new("GET /statistics/packet-key", Anyone),
        new("GET /statistics/series", SignedIn),
        new("GET /statistics/funnel", SignedIn),
        new("GET /statistics/indicators", SignedIn),
        new("GET /headcounts", SignedIn),
        new("GET /headcounts/latest", SignedIn),
        new("GET /headcounts/template", SignedIn),
        new("PUT /headcounts", Holding(Role.Administrator, Role.Coordinator), """[{"unitId": "#someUnit#", "occupationalGroup": "needs_assessor", "month": "2026-01", "headcount": 12, "fte": 10.5}]"""),
        new("POST /headcounts/carry-forward", Holding(Role.Administrator, Role.Coordinator), """{"month": "2026-02"}""") { NeverDone = true },
        new("GET /statistics/signals/", Holding(Watching)),
        new("POST /statistics/signals/{id:guid}/acknowledgement", HoldingInReach(Watching), """{"finding": "measures_planned", "note": "Vi har gått igenom ärendena."}""") { Id = "unitWatch" },
        new("GET /campaigns", SignedIn),
        new("POST /campaigns", Holding(Role.Administrator, Role.Coordinator, Role.Manager, Role.Deputy), """{"name": "Kampanj", "firstSeen": "2026-01-10"}"""),
        new("PATCH /campaigns/{id:guid}", HoldingWithEmployer(Role.Administrator, Role.Coordinator, Role.Manager, Role.Deputy), """{"name": "Kampanj"}""") { Id = "campaign" },

        // The anonymous survey.
        new("GET /pulse-rounds", Holding(Role.Administrator, Role.Coordinator, Role.Analyst)),
        new("POST /pulse-rounds", Holding(Role.Administrator, Role.Coordinator), """{"name": "Omgång", "opensOn": "2999-01-01", "closesOn": "2999-01-10", "unitIds": ["#heldUnit#"]}"""),
        new("GET /pulse-rounds/{id:guid}", HoldingWithEmployer(Role.Administrator, Role.Coordinator, Role.Analyst)) { Id = "pulseRound" },
        new("GET /pulse/{token}", Anyone) { IsNameless = true },
        new("POST /pulse/{token}/answers", Anyone, """{"influence": "no"}""") { IsNameless = true },
        new("GET /log-entries", Holding(Role.Auditor, Role.DataProtectionOfficer)),
        new("GET /log-entries/verification", Holding(Role.Auditor, Role.DataProtectionOfficer)),
        new("POST /log-entries/verification", Holding(Role.Auditor, Role.DataProtectionOfficer)),
        new("GET /log-key", Anyone),

        // What is erased when, by two persons; and what the service holds about one.
        new("GET /retention/", Holding(Role.DataProtectionOfficer, Role.Administrator)),
        new("PUT /retention/", Holding(Role.DataProtectionOfficer, Role.Administrator), """{"rules": [{"id": "case", "period": "P10Y"}]}"""),
        new("GET /retention/dry-run", Holding(Role.DataProtectionOfficer, Role.Administrator)),
        new("POST /retention/runs", Holding(Role.DataProtectionOfficer, Role.Administrator), "{}") { NeverDone = true },
        new("GET /retention/runs", Holding(Role.DataProtectionOfficer, Role.Administrator)),
        new("GET /retention/runs/{id:guid}", HoldingWithEmployer(Role.DataProtectionOfficer, Role.Administrator)) { Id = "retentionRun" },
        new("POST /retention/runs/{id:guid}/release", HoldingWithEmployer(Role.DataProtectionOfficer, Role.Administrator)) { Id = "retentionRun" },
        new("POST /retention/runs/{id:guid}/refusal", HoldingWithEmployer(Role.DataProtectionOfficer, Role.Administrator), Reason) { Id = "retentionRun" },
        new("GET /me/data", SignedIn),
        new("GET /users/{id:guid}/data", HoldingWithEmployer(Role.DataProtectionOfficer)) { Id = "person", Query = "?reason=request_by_person" },
        new("PUT /incidents/{id}/hold", Keeps, Reason),
        new("DELETE /incidents/{id}/hold", Keeps),
        new("GET /administration", Holding(Role.Administrator, Role.Coordinator)),
        new("GET /feedback", Holding(Role.Administrator)),
        new("DELETE /feedback/{id:guid}", actor => Holding(Role.Administrator)(actor) is Verdict.Allowed ? Verdict.Hidden : Holding(Role.Administrator)(actor)) { Id = "noMail", NeverDone = true },

        // Mails.
        new("GET /service-state", Holding(Role.Administrator)),
        new("GET /mail-messages", Holding(Role.Administrator)),
        new("POST /mail-messages/{id:guid}/retry", actor => Holding(Role.Administrator)(actor) is Verdict.Allowed ? Verdict.Hidden : Holding(Role.Administrator)(actor)) { Id = "noMail", NeverDone = true },
        new("POST /mail-messages/test", Holding(Role.Administrator)),

        // Last, since it ends the session.
        new("DELETE /session", Anyone),
    ];

    private static Role[] Managing => [Role.Manager, Role.Deputy];

    private static Role[] Representing => [Role.SafetyRepresentative, Role.HeadSafetyRepresentative];

    private static Role[] Watching => [.. Managing, .. Representing, Role.Coordinator];

    /// <summary>A file to attach, as a form.</summary>
    /// <summary>A picture, so that it has a preview.</summary>
    public static MultipartFormDataContent File()
    {
        var file = new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82]);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return new MultipartFormDataContent { { file, "file", "bevis.txt" } };
    }

    private static Verdict Anyone(Actor actor) => Verdict.Allowed;

    private static Verdict SignedIn(Actor actor) => actor.IsNobody ? Verdict.NotSignedIn : Verdict.Allowed;

    private static Verdict NotMine(Actor actor) => actor.IsNobody ? Verdict.NotSignedIn : Verdict.Hidden;

    /// <summary>The role in any unit: the caller acts within her own.</summary>
    private static Func<Actor, Verdict> Holding(params Role[] roles) =>
        actor => actor.IsNobody ? Verdict.NotSignedIn : actor.Holds(roles) ? Verdict.Allowed : Verdict.Forbidden;

    /// <summary>The role in the unit of the thing or above; who holds it in another unit does not learn that the thing exists.</summary>
    private static Func<Actor, Verdict> HoldingInReach(params Role[] roles) =>
        actor => Holding(roles)(actor) is Verdict.Allowed && !actor.Reaches ? Verdict.Hidden : Holding(roles)(actor);

    /// <summary>The role anywhere with the employer of the thing.</summary>
    private static Func<Actor, Verdict> HoldingWithEmployer(params Role[] roles) =>
        actor => Holding(roles)(actor) is Verdict.Allowed && actor.Place == Place.Elsewhere ? Verdict.Hidden : Holding(roles)(actor);

    /// <summary>Who may; 403 for others who know of the case; for everyone else it does not exist.</summary>
    private static Func<Actor, Verdict> OfCase(Func<Actor, bool> may) =>
        actor => actor.IsNobody ? Verdict.NotSignedIn : may(actor) ? Verdict.Allowed : Reads(actor) ? Verdict.Forbidden : Verdict.Hidden;

    private static Verdict SeesEvidence(Actor actor) =>
        actor.IsNobody ? Verdict.NotSignedIn : IsExposed(actor) || Handles(actor) || Represents(actor) ? Verdict.Allowed : Verdict.Hidden;

    private static Verdict Keeps(Actor actor) =>
        OfCase(Coordinates)(actor) is var verdict && actor.Reaches && actor.Holds(Role.DataProtectionOfficer) ? Verdict.Allowed : verdict;

    private static bool IsExposed(Actor actor) => actor.Part == Part.Exposed;

    private static bool IsReporter(Actor actor) => actor.Part == Part.Reporter;

    private static bool Manages(Actor actor) => actor.Reaches && actor.Holds(Managing);

    private static bool ManagesNearest(Actor actor) => actor.Place == Place.Own && actor.Holds(Managing);

    private static bool Handles(Actor actor) => Manages(actor) || actor.Part == Part.NamedCoordinator;

    private static bool Coordinates(Actor actor) => actor.Reaches && actor.Holds(Role.Coordinator);

    private static bool KeepsOut(Actor actor) => IsExposed(actor) || (actor.Place == Place.Above && actor.Holds(Managing)) || Coordinates(actor) || actor.Part == Part.NamedCoordinator;

    private static bool Represents(Actor actor) => actor.Reaches && actor.Holds(Representing);

    private static bool Audits(Actor actor) => actor.Reaches && actor.Holds(Role.Auditor, Role.DataProtectionOfficer);

    private static bool Reads(Actor actor) => IsExposed(actor) || IsReporter(actor) || Manages(actor) || Represents(actor) || Coordinates(actor);
}
