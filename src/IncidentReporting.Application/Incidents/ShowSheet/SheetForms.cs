namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>One kind of sheet: which rows it has, of what the reader sees of the case.</summary>
internal abstract class SheetForm(string name, params string[] uses)
{
    public string Name => name;

    /// <summary>The parts of the case that it is made of, beside what every reader sees.</summary>
    public IReadOnlyList<string> Uses => uses;

    /// <summary>False where nothing on the sheet may point at a person or a case.</summary>
    protected virtual bool IsAboutSomebody => true;

    public Sheet Fill(SheetCase it) => new(
        Name,
        it.Text($"Title_{Name}"),
        IsAboutSomebody ? it.View.Number : null,
        TimeZoneInfo.ConvertTime(it.Now, it.Zone),
        [.. Sections(it).Where(section => section.Rows.Count > 0)],
        [.. uses.Where(it.View.Withheld.Contains).Select(part => it.Text("Part_" + part.Replace('.', '_')))],
        it.Text($"Note_{Name}"),
        it.Text($"Source_{Name}"));

    protected abstract IEnumerable<SheetSection> Sections(SheetCase it);
}

internal static class SheetForms
{
    private static readonly SheetForm[] All = [new PoliceSheet(), new AuthoritySheet(), new InjurySheet(), new CaliforniaLogSheet()];

    public static SheetForm? Find(string? name) => Array.Find(All, form => form.Name == name);
}
