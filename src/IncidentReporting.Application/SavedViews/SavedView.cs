using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.SavedViews;

/// <summary>A choice among the cases that a person has given a name, to come back to. It holds codes, days and ids, and no text of a case.</summary>
public sealed class SavedView
{
    public const int NameLength = 60;

    /// <summary>A person has at most so many.</summary>
    public const int Most = 20;

    private SavedView()
    {
    }

    public Guid Id { get; private init; }

    public UserId UserId { get; private init; }

    public string Name { get; private init; } = string.Empty;

    public string? State { get; private set; }

    public string? Kind { get; private set; }

    public UnitId? Unit { get; private set; }

    public string? Responsible { get; private set; }

    public bool? Overdue { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public static SavedView Of(UserId user, string name, CaseFilter filter, DateTimeOffset now)
    {
        var view = new SavedView { Id = Guid.CreateVersion7(now), UserId = user, Name = name };
        view.Keep(filter, now);
        return view;
    }

    public void Keep(CaseFilter filter, DateTimeOffset now)
    {
        (State, Kind, Unit, Responsible) = (filter.State, filter.Kind, filter.Unit, filter.Responsible);
        (Overdue, From, To, SavedAt) = (filter.Overdue, filter.From, filter.To, now);
    }
}
