using System.Collections;
using System.Text.Json;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;

namespace IncidentReporting.Api.Bodies;

/// <summary>Which kind of JSON value a type is written as, and how to ask for it.</summary>
internal static class JsonKinds
{
    private static readonly HashSet<Type> Whole =
        [typeof(int), typeof(long), typeof(short), typeof(byte), typeof(uint), typeof(ulong), typeof(ushort), typeof(sbyte)];

    private static readonly HashSet<Type> Fractional = [typeof(decimal), typeof(double), typeof(float)];

    public static bool Fits(JsonValueKind kind, Type type) => Expected(type) switch
    {
        JsonValueKind.True => kind is JsonValueKind.True or JsonValueKind.False,
        var expected => kind == expected,
    };

    public static string Message(Type expected)
    {
        var type = Nullable.GetUnderlyingType(expected) ?? expected;
        return type.IsEnum
            ? ProblemTexts.Format("expect.one_of", string.Join(", ", Names(type)))
            : ProblemTexts.Get("expect." + NameOf(type));
    }

    /// <summary>The names of an enumeration's members, as they are sent.</summary>
    public static IEnumerable<string> Names(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);

    private static JsonValueKind Expected(Type type) =>
        Whole.Contains(type) || Fractional.Contains(type) ? JsonValueKind.Number
        : type == typeof(bool) ? JsonValueKind.True
        : IsArray(type) ? JsonValueKind.Array
        : type.IsAssignableTo(typeof(IDictionary)) ? JsonValueKind.Object
        : JsonValueKind.String;

    private static string NameOf(Type type) => Expected(type) switch
    {
        JsonValueKind.Number => Whole.Contains(type) ? "whole" : "number",
        JsonValueKind.True => "boolean",
        JsonValueKind.Array => "array",
        _ when type == typeof(string) || type == typeof(Domain.Common.CaseText) => "text",
        _ when type == typeof(Guid) => "uuid",
        _ when type == typeof(DateTimeOffset) => "time",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(DateOrTime) => "date_or_time",
        _ when type == typeof(TimeOnly) => "time_of_day",
        _ when type == typeof(TimeSpan) => "duration",
        _ when type.IsValueType && type.GetConstructor([typeof(Guid)]) is not null => "uuid",
        _ when type.IsClass => "object",
        _ => "other",
    };

    private static bool IsArray(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && !type.IsAssignableTo(typeof(IDictionary));
}
