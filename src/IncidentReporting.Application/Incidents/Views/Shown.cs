using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentReporting.Application.Incidents.Views;

/// <summary>A member that is there, possibly as null, or kept from the reader: then it is absent from the answer and named in <c>withheld</c>.</summary>
[JsonConverter(typeof(ShownConverterFactory))]
public readonly struct Shown<T> : IEquatable<Shown<T>>
{
    internal Shown(T? value)
    {
        IsShown = true;
        Value = value;
    }

    public bool IsShown { get; }

    public T? Value { get; }

    public bool Equals(Shown<T> other) => IsShown == other.IsShown && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is Shown<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(IsShown, Value);

    public static bool operator ==(Shown<T> left, Shown<T> right) => left.Equals(right);

    public static bool operator !=(Shown<T> left, Shown<T> right) => !left.Equals(right);
}

internal static class Shown
{
    public static Shown<T> Of<T>(T? value) => new(value);
}

internal sealed class ShownConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Shown<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ShownConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class ShownConverter<T> : JsonConverter<Shown<T>>
    {
        public override bool HandleNull => true;

        public override Shown<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, Shown<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
