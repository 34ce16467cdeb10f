using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Application.Codes;

/// <summary>A code list with its labels; <see cref="Label"/> is in the caller's language.</summary>
public sealed record CodeListResult(
    string Id, string Section, string Label, Wording Labels, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<CodeResult> Codes)
{
    internal static CodeListResult Of(CodeList list, DateOnly? holdsOn, ICurrentUser user) => new(
        list.Id, list.Section, list.Title(user.Language), new Wording(list.Sv, list.En), list.ValidFrom, list.ValidTo,
        [.. list.Codes.Where(code => holdsOn is null || list.HoldsOn(code.Id, holdsOn.Value)).Select(code => CodeResult.Of(code, list, user))]);
}

/// <summary>A code; its dates are the list's where it has none of its own, the last one included.</summary>
public sealed record CodeResult(
    string Id, string Label, Wording Labels, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyDictionary<string, JsonElement> Properties)
{
    internal static CodeResult Of(Code code, CodeList list, ICurrentUser user) => new(
        code.Id, code.Label(user.Language), new Wording(code.Sv, code.En), code.ValidFrom ?? list.ValidFrom, code.ValidTo ?? list.ValidTo, code.Properties);
}
