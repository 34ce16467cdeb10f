namespace IncidentReporting.Domain.Statistics;

/// <summary>The six classes that the code list's occupational groups are joined to.</summary>
public static class OccupationalGroups
{
    public static string ClassOf(string? group) => group switch
    {
        "social_secretary_authority" => "social_secretary",
        "needs_assessor" => "needs_assessor",
        "treatment_hvb" or "treatment_support_housing" or "treatment_open_care" => "treatment_staff",
        "counsellor_health" or "counsellor_school" => "counsellor",
        "field_assistant" => "field_assistant",
        _ => "other",
    };
}
