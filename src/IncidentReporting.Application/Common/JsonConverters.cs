using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Common;

/// <summary>A record struct around one <see cref="Guid"/>, such as an incident's id, is that UUID.</summary>
internal sealed class JsonIdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsValueType: true, IsPrimitive: false, IsGenericType: false }
        && typeToConvert.GetConstructor([typeof(Guid)]) is not null
        && typeToConvert.GetProperties(BindingFlags.Public | BindingFlags.Instance) is [{ Name: "Value" } value]
        && value.PropertyType == typeof(Guid);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class IdConverter<T> : JsonConverter<T>
        where T : struct
    {
        private static readonly ParameterExpression Id = Expression.Parameter(typeof(T));
        private static readonly ParameterExpression Raw = Expression.Parameter(typeof(Guid));
        private static readonly Func<Guid, T> Make =
            Expression.Lambda<Func<Guid, T>>(Expression.New(typeof(T).GetConstructor([typeof(Guid)])!, Raw), Raw).Compile();

        private static readonly Func<T, Guid> Take = Expression.Lambda<Func<T, Guid>>(Expression.Property(Id, "Value"), Id).Compile();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Make(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Take(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Guid.TryParseExact(reader.GetString(), "D", out var id) ? Make(id) : throw new JsonException();

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Take(value).ToString("D"));
    }
}

/// <summary>A time is RFC 3339 with an offset; without one nobody knows which moment is meant.</summary>
internal sealed partial class JsonInstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString()!, out var time) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        Write(writer, value);

    /// <summary>The moment as the clock on the employer's wall shows it, with its offset; raw, since the encoder would escape the plus sign.</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset time) =>
        writer.WriteRawValue(
            TimeZoneInfo.ConvertTime(time, ShownZone.Current).ToString("'\"'yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz'\"'", CultureInfo.InvariantCulture), skipInputValidation: true);

    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        if (!Rfc3339().IsMatch(text)
            || !DateTimeOffset.TryParse(text.ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read))
        {
            return false;
        }

        time = new DateTimeOffset(read.Ticks - (read.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return true;
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?([Zz]|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339();
}

/// <summary>An ISO 8601 duration in days or less: <c>PT8H</c>, <c>P7D</c>, <c>-P1D</c>.</summary>
internal sealed partial class JsonDurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString()!;
        if (Weeks().Match(text) is { Success: true } weeks)
        {
            return TimeSpan.FromDays(7 * int.Parse(weeks.Groups["weeks"].ValueSpan, CultureInfo.InvariantCulture) * (weeks.Groups["sign"].Length == 0 ? 1 : -1));
        }

        try
        {
            // Years and months have no fixed length.
            return Fixed().IsMatch(text) ? XmlConvert.ToTimeSpan(text) : throw new JsonException();
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new JsonException(message: null, fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value));

    [GeneratedRegex("^(?<sign>-?)P(?<weeks>[0-9]{1,4})W$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weeks();

    [GeneratedRegex(@"^-?P(?=[0-9T])([0-9]{1,6}D)?(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,7}M)?([0-9]{1,9}(\.[0-9]{1,3})?S)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fixed();
}

/// <summary>A time of day as people write it: <c>07:30</c>.</summary>
internal sealed class JsonTimeOfDayConverter : JsonConverter<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(value.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture));
}

internal sealed class JsonCaseTextConverter : JsonConverter<CaseText>
{
    public override CaseText? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => CaseText.From(reader.GetString());

    public override void Write(Utf8JsonWriter writer, CaseText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class JsonCodeSetConverter : JsonConverter<CodeSet>
{
    public override CodeSet? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CodeSet.Of(JsonSerializer.Deserialize<string[]>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, CodeSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var code in value)
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
    }
}

/// <summary><c>2026-11-20</c> or <c>2026-11-20T14:30:00+01:00</c>.</summary>
internal sealed class JsonDateOrTimeConverter : JsonConverter<DateOrTime>
{
    public override DateOrTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString()!;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new DateOrTime(date, Time: null);
        }

        return JsonInstantConverter.TryParse(text, out var time)
            ? new DateOrTime(DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture), time)
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateOrTime value, JsonSerializerOptions options)
    {
        if (value.Time is { } time)
        {
            JsonInstantConverter.Write(writer, time);
        }
        else
        {
            writer.WriteStringValue(value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}
