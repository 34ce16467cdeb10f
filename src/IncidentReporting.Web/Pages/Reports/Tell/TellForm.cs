using System.Globalization;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Pages.Reports.Tell;

/// <summary>What the page asks, as it stands in the draft or as it was just typed.</summary>
internal sealed record TellForm
{
    public const string Me = "me";
    public const string Colleague = "colleague";
    public const string Team = "team";

    private const string Untimed = "day";

    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>What has been told more exactly, carried along.</summary>
    public required IReadOnlyList<string> Subkinds { get; init; }

    public string? Date { get; init; }

    public string? Hour { get; init; }

    public string? Precision { get; init; }

    public string? Unit { get; init; }

    /// <summary>Null where more is told of who was hit than this page can ask.</summary>
    public IReadOnlyList<string>? Who { get; init; }

    public string? ColleagueId { get; init; }

    public string? Description { get; init; }

    public bool BypassManager { get; init; }

    public bool ProtectedIdentity { get; init; }

    public long Version { get; init; }

    public static TellForm Of(IncidentView draft) => new()
    {
        Kinds = Reports.Kinds.CategoriesOf(draft.Kinds),
        Subkinds = draft.Kinds,
        Date = ToldTime.Date(draft.OccurredAt),
        Hour = draft.OccurredPrecision is "exact" or "about" ? ToldTime.Hour(draft.OccurredAt) : string.Empty,
        Precision = draft.OccurredPrecision,
        Unit = draft.Unit.Id.Value.ToString(),
        Who = WhoOf(draft),
        ColleagueId = draft.Exposed.FirstOrDefault(exposed => !exposed.Self && exposed.UserId is not null)?.UserId?.Value.ToString(),
        Description = draft.Description.Value?.Value,
        BypassManager = draft.BypassManager,
        ProtectedIdentity = draft.ProtectedIdentity,
        Version = draft.Version,
    };

    public static TellForm Of(IFormCollection form) => new()
    {
        Kinds = [.. form["kinds"].OfType<string>()],
        Subkinds = [.. form["subkinds"].OfType<string>()],
        Date = form["occurredAt"],
        Hour = form["occurredTime"],
        Precision = form["occurredPrecision"],
        Unit = form["unitId"],
        Who = form.ContainsKey("whoAsked") ? [.. form["exposed"].OfType<string>()] : null,
        ColleagueId = form["colleague"],
        Description = form["description"],
        BypassManager = form.ContainsKey("bypassManager"),
        ProtectedIdentity = form.ContainsKey("protectedIdentity"),
        Version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
    };

    public bool NamesNoColleague => Who?.Contains(Colleague) == true && string.IsNullOrEmpty(ColleagueId);

    /// <summary>True when the draft already stands as the patch would have it.</summary>
    public static bool Holds(IncidentView draft, JsonObject patch)
    {
        var standing = Of(draft).ToPatch(new ModelStateDictionary());
        return patch.All(member => standing.ContainsKey(member.Key) && JsonNode.DeepEquals(member.Value, standing[member.Key]));
    }

    /// <summary>The draft's change, without what can't be read: what is no date or time is said in <paramref name="state"/>.</summary>
    public JsonObject ToPatch(ModelStateDictionary state)
    {
        var day = TypedTime.Day(Date, "occurredAt", state);
        var hour = TypedTime.Hour(Hour, "occurredTime", state);
        var isTimed = Precision is "exact" or "about";
        var precision = isTimed && hour is null ? Untimed : Precision;
        var patch = new JsonObject
        {
            ["kinds"] = Codes(Reports.Kinds.Told(Kinds, Subkinds)),
            ["occurredAt"] = day is { } told ? TypedTime.Instant(told, isTimed ? hour : null).ToString("O") : null,
            ["occurredPrecision"] = precision,
            ["unitId"] = string.IsNullOrEmpty(Unit) ? null : Unit,
            ["description"] = string.IsNullOrWhiteSpace(Description) ? null : Description.ReplaceLineEndings("\n").Trim(),
            ["bypassManager"] = BypassManager,
            ["protectedIdentity"] = ProtectedIdentity,
        };
        if ((day is null && !string.IsNullOrWhiteSpace(Date)) || (hour is null && !string.IsNullOrWhiteSpace(Hour)))
        {
            patch.Remove("occurredAt");
            patch.Remove("occurredPrecision");
        }

        if (Who is not null && !NamesNoColleague)
        {
            patch["exposed"] = Exposed();
        }

        if (!string.IsNullOrEmpty(Unit) && !Guid.TryParse(Unit, out _))
        {
            patch["unitId"] = Guid.Empty;
        }

        return patch;
    }

    private JsonArray Exposed()
    {
        var exposed = new JsonArray();
        if (Who!.Contains(Me))
        {
            exposed.Add(new JsonObject { ["self"] = true });
        }

        if (Who!.Contains(Colleague))
        {
            exposed.Add(new JsonObject { ["userId"] = Guid.TryParse(ColleagueId, out var id) ? id : null, ["role"] = "direct" });
        }

        if (Who!.Contains(Team))
        {
            exposed.Add(new JsonObject { ["role"] = Team });
        }

        return exposed;
    }

    private static List<string>? WhoOf(IncidentView draft)
    {
        var others = draft.Exposed.Where(exposed => !exposed.Self).ToList();
        if (others.Count(exposed => exposed.UserId is not null) > 1 || others.Exists(exposed => exposed.UserId is null && exposed.Role != Team)
            || draft.Exposed.Any(exposed => exposed.OccupationalGroup is not null || (exposed.UserId is not null && exposed.Role != "direct")))
        {
            return null;
        }

        return
        [
            .. draft.Exposed.Select(exposed => exposed.Self ? Me : exposed.UserId is not null ? Colleague : Team).Distinct(StringComparer.Ordinal),
        ];
    }

    private static JsonArray Codes(IEnumerable<string> codes) => new([.. codes.Select(code => JsonValue.Create(code))]);

    public override string ToString() => nameof(TellForm);
}
