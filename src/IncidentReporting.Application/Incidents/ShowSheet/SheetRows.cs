using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>Collects the rows of a section. What has no value gets no row, unless it is to be filled in by hand.</summary>
internal sealed class SheetRows(SheetCase it)
{
    private readonly List<SheetRow> _rows = [];

    public SheetRows Row(string label, string? value)
    {
        if (CaseText.From(value) is { } text)
        {
            _rows.Add(new SheetRow(it.Text(label), text));
        }

        return this;
    }

    public SheetRows Named(string label, string? value)
    {
        _rows.Add(new SheetRow(label, CaseText.From(value)));
        return this;
    }

    public SheetRows ToFillIn(string label)
    {
        _rows.Add(new SheetRow(it.Text(label), Value: null));
        return this;
    }

    public SheetRows Each<T>(IEnumerable<T>? things, Action<SheetRows, T> add)
    {
        foreach (var thing in things ?? [])
        {
            add(this, thing);
        }

        return this;
    }

    public SheetSection As(string title, bool isChecklist = false) => new(it.Text(title), _rows, isChecklist);
}
