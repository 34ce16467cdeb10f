using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.DiscloseOnward;
using IncidentReporting.Application.Incidents.ListOnwardDisclosures;
using IncidentReporting.Application.Incidents.ListReads;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Tests.Incidents;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OnwardDisclosureTests
{
    private CaseService _cases = null!;
    private IncidentView _incident = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _cases = await CaseService.StartAsync();
        _incident = await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed));
    }

    [TearDown]
    public async Task StopAsync() => await _cases.DisposeAsync();

    [Test]
    public async Task Disclosure_ByTheRepresentative_IsSeenByTheExposedPersonWithTheLaw()
    {
        await DiscloseAsync(_cases.Representative);

        var list = await ListAsync(_cases.Exposed);
        var reads = await _cases.Service.SendAsync(_cases.Exposed.Id, new ListReadsQuery(CaseService.Of(_incident)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Items.Single().ToWhom, Is.EqualTo("union_expert"));
            Assert.That(list.Items.Single().By.Name, Is.EqualTo("Ombudsnamn"));
            Assert.That(list.Items.Single().On, Is.EqualTo(new DateOnly(2026, 11, 20)));
            Assert.That(list.Notice.Source, Does.Contain("7 kap. 13 §").And.Contain("10 kap. 11–14 §§"));
            Assert.That(reads.Items.Select(read => read.What), Has.Member("disclosed_onward"));
        }
    }

    [Test]
    public async Task Disclosure_ByAnyoneElse_IsRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var person in (Person[])[_cases.Manager, _cases.Exposed, _cases.Colleague, _cases.Coordinator])
            {
                await Assert.ThatAsync(() => DiscloseAsync(person), Throws.TypeOf<NotAllowedException>());
            }

            await Assert.ThatAsync(() => DiscloseAsync(_cases.Outsider), Throws.TypeOf<NotFoundException>());
        }
    }

    [Test]
    public async Task List_ForTheManager_IsRefused() => await Assert.ThatAsync(() => ListAsync(_cases.Manager), Throws.TypeOf<NotAllowedException>());

    [TestCase("union_expert", false, "noticeGiven")]
    [TestCase("union_expert", null, "noticeGiven")]
    [TestCase("newspaper", true, "toWhom")]
    [TestCase(null, true, "toWhom")]
    public async Task Disclosure_WithoutNoticeOrReceiver_IsInvalid(string? toWhom, bool? noticeGiven, string field) =>
        await Assert.ThatAsync(
            () => DiscloseAsync(_cases.Representative, toWhom, noticeGiven),
            Throws.TypeOf<InvalidInputException>().With.Property(nameof(InvalidInputException.Errors)).ContainKey(field));

    private Task<OnwardDisclosureResult> DiscloseAsync(Person by, string? toWhom = "union_expert", bool? noticeGiven = true) =>
        _cases.Service.SendAsync(by.Id, new DiscloseOnwardCommand(CaseService.Of(_incident), toWhom, On: null, noticeGiven));

    private Task<OnwardDisclosureListing> ListAsync(Person reader) =>
        _cases.Service.SendAsync(reader.Id, new ListOnwardDisclosuresQuery(CaseService.Of(_incident)));
}
