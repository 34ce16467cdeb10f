using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IncidentReporting.Api.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Api.Tests.Conventions;

/// <summary>Whoever runs the service looks for a number in the program's log: it says one thing.</summary>
internal sealed partial class LogEventTests
{
    private const BindingFlags Everywhere = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly List<(string Where, int Id)> Events =
    [
        .. from assembly in Product()
           from type in assembly.GetTypes()
           from method in type.GetMethods(Everywhere)
           let told = method.GetCustomAttribute<LoggerMessageAttribute>()
           where told is not null
           select ($"{type.Name}.{method.Name}", told.EventId),
    ];

    [Test]
    public void Event_OfTheProgramsLog_HasANumberOfItsOwn()
    {
        Assert.That(Events, Has.Count.GreaterThan(20));
        Assert.That(Events.GroupBy(told => told.Id).Where(same => same.Key <= 0 || same.Count() > 1).SelectMany(same => same), Is.Empty);
    }

    [Test]
    public void Number_ThatTheOperationsNotesName_IsOfAnEvent()
    {
        var named = EventNumber().Matches(File.ReadAllText(Notes())).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();

        Assert.That(named, Is.Not.Empty);
        Assert.That(named, Is.SubsetOf(Events.Select(told => told.Id)));
    }

    private static IEnumerable<Assembly> Product()
    {
        var start = typeof(ServiceHost).Assembly;
        return start.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("IncidentReporting.", StringComparison.Ordinal)).Select(Assembly.Load).Append(start);
    }

    private static string Notes([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/operations.md"));

    [GeneratedRegex(@"\b3[1-9]\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex EventNumber();
}
