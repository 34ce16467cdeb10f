using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace IncidentReporting.Application.Common;

/// <summary>One page of a list; <paramref name="Next"/> is the cursor of the next page, or null on the last.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next);

public static class Listing
{
    /// <summary>Cuts what was read (one more than <paramref name="page"/> allows) and makes the cursor from the last item shown.</summary>
    public static Listing<T> Of<T>(IReadOnlyList<T> read, Page page, Func<T, Cursor> cursor) =>
        read.Count > page.Limit
            ? new([.. read.Take(page.Limit)], cursor(read[page.Limit - 1]).ToString())
            : new(read, Next: null);

    /// <summary>A list that is short enough to be sent whole.</summary>
    public static Listing<T> Whole<T>(IReadOnlyList<T> items) => new(items, Next: null);
}

/// <summary>Which part of a list is wanted: at most <see cref="Limit"/> items after the cursor.</summary>
public sealed record Page(int Limit = Page.DefaultLimit, Cursor? After = null)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <summary>How many rows to read in order to know whether more follow.</summary>
    public int Take => Limit + 1;
}

/// <summary>A place in a list, by the last item's sort key and id, so that it holds when rows come in. Opaque to callers.</summary>
public sealed record Cursor(string Key, Guid Id)
{
    public Cursor(DateTimeOffset at, Guid id)
        : this(at.UtcTicks.ToString(CultureInfo.InvariantCulture), id)
    {
    }

    /// <summary>The sort key as a time, where the list is ordered by one.</summary>
    public DateTimeOffset At => long.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : throw new InvalidInputException("after", CommonTexts.BadCursor);

    public static Cursor Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Parts>(Base64Url.DecodeFromChars(text)) is { K: { } key } parts && !key.Contains('\0', StringComparison.Ordinal)
                ? new Cursor(key, parts.I)
                : throw new InvalidInputException("after", CommonTexts.BadCursor);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException)
        {
            throw new InvalidInputException("after", CommonTexts.BadCursor);
        }
    }

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Parts(Key, Id)));

    private sealed record Parts(string? K, Guid I);
}
