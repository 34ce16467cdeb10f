using IncidentReporting.Api.Hosting;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace IncidentReporting.Api.Tests.Hosting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ServiceSettingsTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("incidentreporting-settings-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Settings_OfAFreshClone_AreTheEmbeddedDatabaseInTheDataDirectory()
    {
        var settings = Read(Environments.Development);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.DataDirectory, Is.EqualTo(Path.Combine(_folder, "data")));
            Assert.That(settings.Database, Is.EqualTo(DatabaseSettings.SqliteIn(settings.DataDirectory)));
            Assert.That(settings.DemoEnabled, Is.True);
        }
    }

    [Test]
    public void Settings_OutsideDevelopment_MakeNoDemonstration() => Assert.That(Read(Environments.Production).DemoEnabled, Is.False);

    [TestCase("Database:Provider", "Oracle", "Database__Provider")]
    [TestCase("Database:Provider", "1", "Database__Provider")]
    [TestCase("Database:Provider", "SqlServer", "ConnectionStrings__Default")]
    [TestCase("ConnectionStrings:Default", "nonsense", "ConnectionStrings__Default")]
    [TestCase("Data:Directory", "/proc/none", "Data__Directory")]
    [TestCase("Demo:Enabled", "maybe", "Demo__Enabled")]
    [TestCase("Demo:Enabled", "true", "Demo__Enabled")]
    [TestCase("Log:MassReadingPerHour", "0", "Log__MassReadingPerHour")]
    [TestCase("Log:MassReadingPerHour", "many", "Log__MassReadingPerHour")]
    [TestCase("Urls", "localhost", "Urls")]
    [TestCase("Urls", "ftp://localhost", "Urls")]
    public void Setting_Wrong_StopsTheStartAndIsNamed(string name, string value, string named) =>
        Assert.That(() => Read(Environments.Production, (name, value)), Throws.TypeOf<SettingException>().With.Message.StartWith(named + " "));

    private ServiceSettings Read(string environment, params (string Name, string Value)[] settings) =>
        ServiceSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build(),
            new HostingEnvironment { EnvironmentName = environment, ContentRootPath = _folder, ContentRootFileProvider = new NullFileProvider() });
}
