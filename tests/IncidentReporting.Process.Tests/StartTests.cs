using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>What the program says when it starts, and why it does not.</summary>
internal sealed class StartTests
{
    [Test]
    public async Task Start_OnNothing_IsReadyWithinThirtySecondsAndStopsInGoodOrder()
    {
        await using var data = await Installation.EmptyAsync();
        var started = DateTimeOffset.UtcNow;
        await using var service = await data.StartAsync();

        var exitCode = await service.StopAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.ReadyAt - started, Is.LessThan(TimeSpan.FromSeconds(30)));
            Assert.That(exitCode, Is.Zero);
        }
    }

    [TestCase("Database__Provider", "Oracle")]
    [TestCase("ConnectionStrings__Default", "nonsense")]
    [TestCase("Data__Directory", "/dev/null/data")]
    [TestCase("Urls", "nonsense")]
    [TestCase("Demo__Enabled", "true")]
    [TestCase("Email__Transport", "Pigeon")]
    [TestCase("Email__Smtp__Port", "many")]
    [TestCase("Email__From", "nobody")]
    public async Task Start_WithAWrongSetting_EndsWithOneLineThatNamesIt(string name, string value)
    {
        await using var data = await Installation.EmptyAsync();
        data.Settings[name] = value;

        var ended = await data.RunAsync(input: null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ended.ExitCode, Is.EqualTo(1));
            Assert.That(ended.Errors.Trim(), Does.StartWith(name + " ").And.Not.Contain("\n"));
            Assert.That(ended.Output, Is.Empty);
        }
    }

    [Test]
    public async Task Start_WithSmtpWithoutItsHost_EndsWithOneLineThatNamesIt()
    {
        await using var data = await Installation.EmptyAsync();
        data.Settings["Email__Transport"] = "Smtp";

        var ended = await data.RunAsync(input: null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ended.ExitCode, Is.EqualTo(1));
            Assert.That(ended.Errors.Trim(), Does.StartWith("Email__Smtp__Host ").And.Not.Contain("\n"));
        }
    }

    [Test]
    public async Task Start_InEarnestWithAccountsOfTheDemonstration_EndsWithOneLineThatSaysSo()
    {
        await using var data = await Installation.EmptyAsync();
        data.Settings["ASPNETCORE_ENVIRONMENT"] = "Development";
        var filled = await data.RunAsync(input: null, "demo", "--incidents", "0");
        data.Settings["ASPNETCORE_ENVIRONMENT"] = "Production";

        var ended = await data.RunAsync(input: null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(filled.ExitCode, Is.Zero, filled.Errors);
            Assert.That(ended.ExitCode, Is.EqualTo(1));
            Assert.That(ended.Errors.Trim(), Does.StartWith("ConnectionStrings__Default ").And.Contain("demonstration accounts").And.Not.Contain("\n"));
        }
    }
}
