using IncidentReporting.Api.Commands;
using IncidentReporting.Api.Hosting;

namespace IncidentReporting.Api.Tests.Hosting;

internal sealed class CommandTests
{
    private static readonly Dictionary<string, bool> Known = new(StringComparer.Ordinal) { ["incidents"] = true, ["dry-run"] = false };

    [Test]
    public void Command_Unknown_IsRefusedNamingThoseThatAre() =>
        Assert.That(() => ProgramCommands.RunAsync("dance", []), Throws.TypeOf<CommandException>().With.Message.Contains("migrate").And.Message.Contains("create-admin").And.Message.Contains("demo"));

    [Test]
    public void Start_WithWrongMailSettings_StopsNamingTheSetting() =>
        Assert.That(() => TestHost.StartAsync(more: null, "--Email:Transport=Smtp"), Throws.Exception.Matches<Exception>(fault => OneLine.Of(fault)!.StartsWith("Email__Smtp__Host", StringComparison.Ordinal)));

    [TestCase("--incidents", "many")]
    [TestCase("--incidents", "-1")]
    public void Number_NotInRange_IsRefused(params string[] arguments) =>
        Assert.That(() => CommandOptions.Parse(arguments, Known).Number("incidents", 0, 0, 10), Throws.TypeOf<CommandException>());

    [TestCase("--other")]
    [TestCase("--incidents")]
    public void Option_UnknownOrWithoutItsValue_IsRefused(string argument) =>
        Assert.That(() => CommandOptions.Parse([argument], Known), Throws.TypeOf<CommandException>());

    [Test]
    public void Options_InEitherForm_AreRead()
    {
        var options = CommandOptions.Parse(["file.csv", "--incidents=3", "--dry-run"], Known);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.Rest, Is.EqualTo(["file.csv"]));
            Assert.That(options.Number("incidents", 0, 0, 10), Is.EqualTo(3));
            Assert.That(options.Has("dry-run"), Is.True);
        }
    }
}
