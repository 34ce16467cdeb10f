using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.DiscloseIdentity;
using IncidentReporting.Application.Incidents.DiscloseOnward;
using IncidentReporting.Application.Incidents.OpenAttachment;
using IncidentReporting.Application.Incidents.RevealIdentity;
using IncidentReporting.Application.Incidents.ShowEvidence;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.SubjectAccess;
using IncidentReporting.Application.Tests.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Log;

/// <summary>Whichever way many cases are read, those who watch over the log are told.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MassReadingTests
{
    private CaseService _cases = null!;

    [SetUp]
    public async Task StartAsync() => _cases = await CaseService.StartAsync(more: services => services.AddSingleton(new MassReadingLimit(1)));

    [TearDown]
    public async Task StopAsync() => await _cases.DisposeAsync();

    [Test]
    public Task Files_OfManyCases_Alarm() => ExpectAsync(_cases.Exposed, async incident =>
    {
        var view = await _cases.AttachAsync(_cases.Exposed.Id, incident, [1, 2, 3]);
        await using var file = (await _cases.Service.SendAsync(_cases.Exposed.Id, new OpenAttachmentQuery(incident, view.Attachments.Value![0].Id))).Content;
    });

    [Test]
    public Task EvidenceSheets_OfManyCases_Alarm() => ExpectAsync(_cases.Exposed, async incident =>
    {
        var view = await _cases.AttachAsync(_cases.Exposed.Id, incident, [1, 2, 3]);
        await _cases.Service.SendAsync(_cases.Exposed.Id, new ShowEvidenceQuery(incident, view.Attachments.Value![0].Id));
    });

    [Test]
    public Task Identities_DisclosedInManyCases_Alarm() => ExpectAsync(
        _cases.Representative, incident => _cases.Service.SendAsync(_cases.Representative.Id, new DiscloseIdentityCommand(incident, CaseService.Text("Skäl"))));

    [Test]
    public Task Disclosures_OfManyCases_Alarm() => ExpectAsync(
        _cases.Representative, incident => _cases.Service.SendAsync(_cases.Representative.Id, new DiscloseOnwardCommand(incident, "union_expert", On: null, NoticeGiven: true)));

    [Test]
    public async Task Names_RevealedInManyCases_Alarm()
    {
        await _cases.Service.WithAsync(services =>
        {
            services.GetRequiredService<IOrgCharts>().Changed(_cases.Employer.Id);
            return services.GetRequiredService<IIncidentReportingDb>().Set<Person>().Where(person => person.Id == _cases.Exposed.Id)
                .ExecuteUpdateAsync(change => change.SetProperty(person => person.HasProtectedIdentity, true));
        });

        await ExpectAsync(_cases.Manager, incident => _cases.Service.SendAsync(_cases.Manager.Id, new RevealIdentityCommand(incident, CaseService.Text("Skäl"))));
    }

    [Test]
    public Task Cases_InTheDataOfAPerson_Alarm() => ExpectAsync(_cases.Exposed, _ => _cases.Service.SendAsync(_cases.Exposed.Id, new GetMyDataQuery()));

    private async Task ExpectAsync(Person reader, Func<CaseReference, Task> read)
    {
        await read(CaseService.Of(await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed))));
        Assert.That(await AlarmsAsync(), Is.Empty);

        await read(CaseService.Of(await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed))));

        Assert.That(await AlarmsAsync(), Is.EqualTo([reader.Id.Value]));
    }

    private Task<List<Guid?>> AlarmsAsync() =>
        _cases.Service.WithDbAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "mass_reading").Select(entry => entry.About).ToListAsync());
}
