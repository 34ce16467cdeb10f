using System.Security.Cryptography;
using IncidentReporting.Infrastructure.Keys;
using IncidentReporting.Infrastructure.Statistics;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Sealing;

/// <summary>A key that could not be made is made when it can be, and leaves nothing behind until then.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SigningKeyTests
{
    private string _folder = null!;

    private string Keys => Path.Combine(_folder, "keys");

    [SetUp]
    public void MakeFolder() => _folder = TestFolder.Create("signing-");

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void SigningKey_ThatCouldNotBeMade_IsMadeAtTheNextUse()
    {
        File.WriteAllText(Keys, "in the way");
        using var key = new SigningKey(Path.Combine(Keys, "x.key"), DSASignatureFormat.Rfc3279DerSequence);
        Assert.That(() => key.Sign([1]), Throws.InstanceOf<IOException>());

        File.Delete(Keys);

        Assert.That(key.HasSigned([1], key.Sign([1])), Is.True);
    }

    [Test]
    public void StatisticsKey_ThatCouldNotBeMade_IsMadeAtTheNextUse()
    {
        File.WriteAllText(Keys, "in the way");
        var secrets = new StatisticsSecrets(new StatisticsKeyFolder(Keys, Given: null));
        Assert.That(() => secrets.KeyId, Throws.InstanceOf<IOException>());

        File.Delete(Keys);

        Assert.That(secrets.KeyId, Is.Not.Empty);
    }

    [Test]
    public void KeyFile_ThatCouldNotBePutInPlace_LeavesNothing()
    {
        var place = Path.Combine(Keys, "x.key");
        Directory.CreateDirectory(place);

        Assert.That(() => OwnerFile.CreateOnce(place, [1, 2, 3]), Throws.InstanceOf<IOException>());
        Assert.That(Directory.EnumerateFiles(Keys), Is.Empty);
    }
}
