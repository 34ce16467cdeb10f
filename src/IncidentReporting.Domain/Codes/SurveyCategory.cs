namespace IncidentReporting.Domain.Codes;

/// <summary>The five categories of the survey that incident kinds belong to.</summary>
public static class SurveyCategory
{
    /// <summary>The category of a kind or subkind: what stands before the dot.</summary>
    public static string Of(string kind) => kind.Split('.', 2)[0];
}
