using System.Globalization;
using System.Linq.Expressions;
using IncidentReporting.Domain.Common;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentReporting.Infrastructure.Persistence.Conversions;

/// <summary>Stores an id type as the UUID that it wraps.</summary>
internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(ToGuid(), FromGuid())
    where TId : struct
{
    private static Expression<Func<TId, Guid>> ToGuid()
    {
        var id = Expression.Parameter(typeof(TId), "id");
        return Expression.Lambda<Func<TId, Guid>>(Expression.Property(id, "Value"), id);
    }

    private static Expression<Func<Guid, TId>> FromGuid()
    {
        var value = Expression.Parameter(typeof(Guid), "value");
        return Expression.Lambda<Func<Guid, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, value), value);
    }
}

internal sealed class SnakeCaseConverter<TEnum>() : ValueConverter<TEnum, string>(value => SnakeCase.Of(value), text => SnakeCase.Parse<TEnum>(text))
    where TEnum : struct, Enum;

internal sealed class CodeSetConverter() : ValueConverter<CodeSet, string>(set => set.ToStored(), text => CodeSet.Parse(text));

internal sealed class CodeSetComparer() : ValueComparer<CodeSet>((a, b) => object.Equals(a, b), set => set.GetHashCode(), set => set);

/// <summary>The one place where text of a case meets the database, and only sealed.</summary>
internal sealed class CaseTextConverter() : ValueConverter<CaseText, byte[]>(text => Store(text), stored => CaseText.Stored(new SealedText(stored)))
{
    private static byte[] Store(CaseText text) =>
        text.Seal is SealedText sealedText ? sealedText.Stored : throw new InvalidOperationException("A text was to be stored without a seal.");
}

/// <summary>SQLite has no type for times: text of fixed width in UTC sorts as the times do.</summary>
internal sealed class SortableUtcConverter() : ValueConverter<DateTimeOffset, string>(at => Write(at), text => Read(text))
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    private static DateTimeOffset Read(string text) =>
        new(DateTime.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), TimeSpan.Zero);
}

/// <summary>The servers keep a time zone or an offset with a time: always that of UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at.ToUniversalTime());

/// <summary>An id in 16 bytes, most significant first, so that ordered ids lie in their order.</summary>
internal sealed class PackedIdConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
