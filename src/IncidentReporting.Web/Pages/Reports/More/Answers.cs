using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Pages.Reports.More;

/// <summary>Answers by the question's name: as they stand in the case, or as they were just given.</summary>
internal sealed class Answers
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    public IReadOnlyList<string> this[string name] => _values.GetValueOrDefault(name) ?? [];

    public string? One(string name) => this[name] is [var only, ..] ? only : null;

    public static Answers Of(IncidentView view, Step step)
    {
        var answers = new Answers();
        var json = JsonSerializer.SerializeToNode(view, Json.Options);
        foreach (var question in step.Questions)
        {
            JsonNode? node = json;
            foreach (var member in question.Name.Split('.'))
            {
                node = (node as JsonObject)?[member];
            }

            answers._values[question.Name] = node switch
            {
                null => [],
                JsonArray several => [.. several.Select(item => (string)item!)],
                JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>() ? ["true"] : [],
                _ => [node.ToString()],
            };
        }

        return answers;
    }

    public static Answers Of(IFormCollection form, Step step)
    {
        var answers = new Answers();
        foreach (var question in step.Questions)
        {
            answers._values[question.Name] = [.. form[question.Name].OfType<string>().Where(value => value.Length > 0)];
        }

        return answers;
    }

    public bool SameAs(Answers other, Question question) => this[question.Name].ToHashSet(StringComparer.Ordinal).SetEquals(other[question.Name]);

    /// <summary>Tells whether the step's answers are still those that were shown; other parts of the case may have changed.</summary>
    public string Stamp(Step step) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(step.Questions.Select(question => this[question.Name].Order(StringComparer.Ordinal)))));

    /// <summary>The questions that are answered otherwise than in <paramref name="other"/>.</summary>
    public IReadOnlyList<Question> DifferentFrom(Answers other, Step step) => [.. step.Questions.Where(question => !SameAs(other, question))];

    /// <param name="questions">What was answered otherwise than it stands; the rest is left as it is.</param>
    /// <param name="categories">The kinds that the step told more of; where nothing more is told they stand as they are.</param>
    public JsonObject ToPatch(IReadOnlyList<Question> questions, IReadOnlyList<string> categories)
    {
        var patch = new JsonObject();
        foreach (var question in questions)
        {
            var target = patch;
            var members = question.Name.Split('.');
            foreach (var member in members.SkipLast(1))
            {
                target[member] ??= new JsonObject();
                target = target[member]!.AsObject();
            }

            var given = question.Name == Step.Subkinds ? Kinds.Told(categories, this[question.Name]) : this[question.Name];
            target[members[^1]] = question.As switch
            {
                Asked.Several => new JsonArray([.. given.Select(code => JsonValue.Create(code))]),
                Asked.Yes => given.Count > 0,
                _ when given.Count == 0 => null,
                _ when question.List == CodeLists.PerceivedSeverities => int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
                _ => given[0],
            };
        }

        return patch;
    }

    public override string ToString() => nameof(Answers);
}
