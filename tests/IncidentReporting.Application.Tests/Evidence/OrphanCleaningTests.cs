using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.DiscardDraft;
using IncidentReporting.Application.Incidents.OpenAttachment;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Tests.Incidents;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Evidence;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OrphanCleaningTests
{
    private CaseService _cases = null!;
    private IncidentView _draft = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _cases = await CaseService.StartAsync();
        _draft = await _cases.ReportAsync(_cases.Exposed, _cases.Report(_cases.Exposed), draft: true);
        _draft = await _cases.AttachAsync(_cases.Exposed.Id, CaseService.Of(_draft), [1, 2, 3], "../../etc/passwd");
    }

    [TearDown]
    public async Task StopAsync() => await _cases.DisposeAsync();

    [Test]
    public async Task Cleaning_OfAFileThatACaseNames_LeavesIt()
    {
        await AfterAsync(TimeSpan.FromDays(400));

        var file = await _cases.Service.SendAsync(_cases.Exposed.Id, new OpenAttachmentQuery(CaseService.Of(_draft), _draft.Attachments.Value![0].Id));
        await using (file.Content)
        {
            Assert.That((file.Size, file.FileName, file.Content.ReadByte()), Is.EqualTo((3L, "passwd", 1)));
        }
    }

    [TestCase("bild\u202Egpj.exe", "bildgpj.exe")]
    [TestCase("a\u2066b\u2069\u200B\uFEFF\u00AD.txt", "ab.txt")]
    [TestCase("a\U000E0041\t\u0000b.txt", "ab.txt")]
    [TestCase("\u200F", "bilaga")]
    [TestCase("hot 🙂 Åsa.jpg", "hot 🙂 Åsa.jpg")]
    public async Task FileName_WithLettersThatNobodySees_IsKeptWithoutThem(string name, string kept)
    {
        var view = await _cases.AttachAsync(_cases.Exposed.Id, CaseService.Of(_draft), [1, 2, 3], name);

        Assert.That(view.Attachments.Value!.Select(file => file.FileName.Value), Does.Contain(kept));
    }

    [Test]
    public async Task Cleaning_OfAnOrphan_SetsItAsideAfterADayAndRemovesItAMonthLater()
    {
        await _cases.Service.SendAsync(_cases.Exposed.Id, new DiscardDraftCommand(CaseService.Of(_draft)));

        await AfterAsync(TimeSpan.FromHours(23));
        Assert.That(Files(), Is.EqualTo(new[] { Place }));
        await AfterAsync(TimeSpan.FromHours(2));
        Assert.That(Files(), Is.EqualTo(new[] { Aside }));
        await AfterAsync(TimeSpan.FromDays(29));
        Assert.That(Files(), Is.EqualTo(new[] { Aside }));
        await AfterAsync(TimeSpan.FromDays(2));
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task Cleaning_ByADatabaseThatNamesNothing_LosesNothing()
    {
        _cases.Service.Time.Advance(TimeSpan.FromDays(400));
        await using (var other = await TestService.StartAsync(DatabaseProvider.Sqlite))
        {
            await CleanAsync(other);
        }

        Assert.That(Files(), Is.EqualTo(new[] { Aside }));
        await AfterAsync(TimeSpan.FromDays(60));
        Assert.That((Files().Single(), await FirstByteAsync()), Is.EqualTo((Place, 1)));
    }

    [Test]
    public async Task Cleaning_OfANamedFileThatLiesWhereItCameIn_BringsItToItsPlace()
    {
        File.Move(Place, Folder.IncomingPathOf(Id));

        await AfterAsync(TimeSpan.Zero);

        Assert.That((Files().Single(), await FirstByteAsync()), Is.EqualTo((Place, 1)));
    }

    [Test]
    public void Removal_OfAFileThatWasSetAside_TakesItFromThere()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Aside)!);
        File.Move(Place, Aside);

        _cases.Service.Services.GetRequiredService<IEvidenceStore>().Remove(Id);

        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task Cleaning_OfWhatOthersPutThere_LeavesIt()
    {
        var foreign = Path.Combine(_cases.Folder, "readme.txt");
        await File.WriteAllTextAsync(foreign, "x");

        await AfterAsync(TimeSpan.FromDays(2));

        Assert.That(File.Exists(foreign), Is.True);
    }

    [Test]
    public void Attachment_WithoutAType_IsOtherMaterial() => Assert.That(_draft.Attachments.Value![0].Type, Is.EqualTo("other"));

    private Guid Id => _draft.Attachments.Value![0].Id;

    private EvidenceFolder Folder => _cases.Service.Services.GetRequiredService<EvidenceFolder>();

    private string Place => Folder.PathOf(Id);

    private string Aside => Folder.OrphanPathOf(Id);

    private Task AfterAsync(TimeSpan time)
    {
        _cases.Service.Time.Advance(time);
        return CleanAsync(_cases.Service);
    }

    private Task<bool> CleanAsync(TestService service) => service.WithAsync(async services =>
    {
        await new OrphanCleaning(services.GetRequiredService<IIncidentReportingDb>(), Folder, _cases.Service.Time).RunAsync(CancellationToken.None);
        return true;
    });

    private async Task<int> FirstByteAsync()
    {
        var file = await _cases.Service.SendAsync(_cases.Exposed.Id, new OpenAttachmentQuery(CaseService.Of(_draft), Id));
        await using (file.Content)
        {
            return file.Content.ReadByte();
        }
    }

    private string[] Files() => Directory.GetFiles(_cases.Folder, "*", SearchOption.AllDirectories);
}
