using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.DiscloseOnward;

internal static class OnwardDisclosures
{
    public static OnwardDisclosureView Show(OnwardDisclosure disclosure, OpenCase open) => new(
        disclosure.Id, disclosure.ToWhom, CodeLists.OnwardRecipients.Label(disclosure.ToWhom, open.User.Language), disclosure.On,
        new NameGiver(open.Chart, open.User, open.Roles, open.Incident).Of(disclosure.By), disclosure.RecordedAt);
}
