namespace IncidentReporting.Domain.Codes;

/// <summary>One right or duty in plain language, for the roles it concerns and the days on which the law reads so.</summary>
/// <param name="Mark">C: confirmed in its source. K: professional knowledge, not confirmed; shown with its mark.</param>
public sealed record LegalCard(
    string Id, string Sv, string En, Wording Text, string Source, IReadOnlyList<string> Roles, string Mark,
    DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public string Title(string language) => Language.Choose(language, Sv, En);

    public bool HoldsOn(DateOnly date) => Validity.Holds(ValidFrom, ValidTo, date);
}

/// <summary>The legal cards: what protects whom, by role and date.</summary>
public static class LegalCards
{
    private static readonly CardFile File = CodeFiles.ReadFile<CardFile>("Law", "legal_cards");

    public static IReadOnlyList<LegalCard> All => File.Cards;

    /// <summary>When the confirmed cards were last compared with their sources.</summary>
    public static DateOnly CheckedAt => File.CheckedAt;

    /// <summary>The cards that hold on the date, for one role or, when it is null, for all.</summary>
    public static IReadOnlyList<LegalCard> For(string? role, DateOnly date) =>
        [.. All.Where(card => card.HoldsOn(date) && (role is null || card.Roles.Contains(role, StringComparer.Ordinal)))];

    private sealed record CardFile(DateOnly CheckedAt, IReadOnlyList<LegalCard> Cards);
}
