using IncidentReporting.Infrastructure.Mail;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Mail.Tests.Transports;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PickupTransportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mail-pickup-");

    public void Dispose() => _folder.Delete(true);

    [Test]
    public async Task Send_SameMailTriedAgain_LiesThereOnce()
    {
        var mail = Mails.To("anna@example.test", "key");

        await Transport().SendAsync(mail, CancellationToken.None);
        await Transport().SendAsync(mail with { Text = mail.Text + "\r\n" }, CancellationToken.None);

        Assert.That(_folder.GetFiles("*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Send_Mail_IsNamedByTimeAndHash()
    {
        await Transport().SendAsync(Mails.To("anna@example.test"), CancellationToken.None);

        Assert.That(_folder.GetFiles().Single().Name, Does.Match("^20261121T140305250Z-[0-9a-f]{32}\\.eml$"));
    }

    [Test]
    public void Send_FolderThatCannotBe_IsTriedAgain()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, string.Empty);
        var transport = new PickupTransport(new PickupFolder(file), Options.Create(TransportUnderTest.Settings()));

        var fault = Assert.ThrowsAsync<MailFaultException>(() => transport.SendAsync(Mails.To("anna@example.test"), CancellationToken.None))!;

        Assert.That((fault.Phase, fault.Kind), Is.EqualTo(("file", MailFaultKind.Retry)));
    }

    private PickupTransport Transport() => new(new PickupFolder(_folder.FullName), Options.Create(TransportUnderTest.Settings()));
}
