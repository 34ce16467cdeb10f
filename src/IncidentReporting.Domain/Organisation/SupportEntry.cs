namespace IncidentReporting.Domain.Organisation;

/// <summary>One kind of help that an employer offers in a unit and everything below it, and how to get it.</summary>
public sealed class SupportEntry
{
    public const int TitleLength = 200;
    public const int ContactLength = 200;
    public const int PhoneLength = 60;
    public const int HoursLength = 200;
    public const int UrlLength = 500;
    public const int TextLength = 2000;

    private SupportEntry()
    {
    }

    public Guid Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public UnitId UnitId { get; private init; }

    /// <summary>The place in the unit's own list, from 0.</summary>
    public int Position { get; private init; }

    /// <summary>The code of the support measure.</summary>
    public string Measure { get; private init; } = string.Empty;

    public string Title { get; private init; } = string.Empty;

    public string? Contact { get; private init; }

    public string? Phone { get; private init; }

    public string? Hours { get; private init; }

    public string? Url { get; private init; }

    public string? Text { get; private init; }

    public static SupportEntry Create(
        Guid id, EmployerId employer, UnitId unit, int position, string measure, string title, string? contact, string? phone, string? hours, string? url, string? text) =>
        new()
        {
            Id = id,
            EmployerId = employer,
            UnitId = unit,
            Position = position,
            Measure = measure,
            Title = title,
            Contact = contact,
            Phone = phone,
            Hours = hours,
            Url = url,
            Text = text,
        };
}
