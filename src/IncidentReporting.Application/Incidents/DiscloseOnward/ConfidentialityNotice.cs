using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Application.Incidents.DiscloseOnward;

/// <summary>The duty of confidentiality of a safety representative, with the law it rests on.</summary>
public sealed record ConfidentialityNotice(string Title, string Text, string Source)
{
    private const string Card = "rep_confidentiality";

    internal static ConfidentialityNotice Of(OpenCase open)
    {
        var card = LegalCards.All.First(card => card.Id == Card && card.HoldsOn(open.Chart.DayOf(open.Now)));
        return new(card.Title(open.User.Language), card.Text.In(open.User.Language), card.Source);
    }
}
