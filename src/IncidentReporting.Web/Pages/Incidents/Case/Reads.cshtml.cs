using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.ListReads;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Hosting;
using MediatR;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>Who has opened the case, when and in which role.</summary>
[Allow(nameof(Operations.ListReads))]
internal sealed class ReadsModel(IMediator mediator, ICurrentUser user, TimeProvider time) : CasePage(mediator)
{
    private static readonly TimeSpan OneReading = TimeSpan.FromMinutes(15);

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
        Others = [.. Folded(reads.Items.Where(item => item.By.Id != user.Id)).Reverse()];
        Own = [.. Folded(reads.Items.Where(item => item.By.Id == user.Id)).Reverse()];
        (SeesAll, ReadsCase) = (reads.SeesAll, reads.ReadsCase);
    }

    // The same, shown to the same reader again within a quarter of an hour, stands once: whoever works on a case reads it anew with each step.
    private static IEnumerable<ReadItem> Folded(IEnumerable<ReadItem> items)
    {
        var begun = new Dictionary<(UserId, CaseRole?, string, string, Guid?), DateTimeOffset>();
        foreach (var item in items)
        {
            var reading = (item.By.Id, item.Role, item.What, string.Join(',', item.Fields), item.About);
            if (!begun.TryGetValue(reading, out var at) || item.At - at >= OneReading)
            {
                begun[reading] = item.At;
                yield return item;
            }
        }
    }
}
