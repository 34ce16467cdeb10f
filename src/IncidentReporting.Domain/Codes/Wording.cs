namespace IncidentReporting.Domain.Codes;

/// <summary>The same sentence in Swedish and English.</summary>
public sealed record Wording(string Sv, string En)
{
    public string In(string language) => Language.Choose(language, Sv, En);
}
