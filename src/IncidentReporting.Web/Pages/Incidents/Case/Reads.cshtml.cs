using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.ListReads;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Hosting;
using MediatR;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>Who has opened the case, when and in which role.</summary>
[Allow(nameof(Operations.ListReads))]
internal sealed class ReadsModel(IMediator mediator, ICurrentUser user, TimeProvider time) : CasePage(mediator)
{
    public DateTimeOffset Now { get; } = time.Now();

    public UserId Me => user.Id;

    /// <summary>By others, the latest first.</summary>
    public IReadOnlyList<ReadItem> Others { get; private set; } = [];

    public IReadOnlyList<ReadItem> Own { get; private set; } = [];

    /// <summary>The exposed person, and whoever watches over the log, see everyone's.</summary>
    public bool SeesAll { get; private set; }

    /// <summary>An auditor reads the log without reading the case.</summary>
    public bool ReadsCase { get; private set; }

    /// <summary>The parts that were shown, in the words of the page of the case.</summary>
    internal static string Parts(ReadItem read) =>
        string.Join(", ", read.Fields.Select(Part).Distinct(StringComparer.Ordinal));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var reads = await Mediator.Send(new ListReadsQuery(Reference), cancellationToken);
        Others = [.. reads.Items.Where(item => item.By.Id != user.Id).Reverse()];
        Own = [.. reads.Items.Where(item => item.By.Id == user.Id).Reverse()];
        (SeesAll, ReadsCase) = (reads.SeesAll, reads.ReadsCase);
    }
}
